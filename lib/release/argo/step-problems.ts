import type { Match } from '../../traffic/match';
import type { Step } from './step';
import type { ArgoTraffic } from './traffic';

/** What Argo Rollouts refuses, drops or silently leaves out in a list of steps. */
export function stepProblems(steps: readonly Step[], traffic: ArgoTraffic | undefined): string[] {
  const problems: string[] = [];
  const routed = new Set<string>();
  let pods = false;
  steps.forEach(({ _action: action }, index) => {
    const at = `steps[${index}]`;
    if (action.kind === 'setWeight') pods ||= typeof action.weight !== 'number' || action.weight > 0;
    if (action.kind === 'setCanaryScale') pods = true;
    if (!traffic && NEED_TRAFFIC.includes(action.kind))
      problems.push(`${at}: ${action.kind} needs traffic routing; state traffic: ArgoTraffic.istio() or the like.`);
    if (action.kind === 'setHeaderRoute' || action.kind === 'setMirrorRoute') {
      const removed = action.kind === 'setHeaderRoute' ? action.matches.length === 0 : action.mirror === undefined;
      if (removed && !routed.has(action.name))
        problems.push(`${at}: no step before it sets the route '${action.name}' that it removes; set it, or leave the step out.`);
      if (!removed && !pods)
        problems.push(
          `${at}: the route '${action.name}' is not written while the new version has no pods, nor later; put Step.setCanaryScale({ replicas: 1 }) or a weight above 0 before it.`,
        );
      routed.add(action.name);
      const matches = action.kind === 'setHeaderRoute' ? action.matches : (action.mirror?.matches ?? []);
      const known = action.kind === 'setHeaderRoute' ? ['headers', 'cookies'] : ['headers', 'cookies', 'uri', 'method'];
      problems.push(
        ...matches.flatMap((match) => matchProblems(match, known)).map((problem) => `${at}: ${action.kind} '${action.name}': ${problem}`),
      );
      if (action.kind === 'setHeaderRoute' && matches.some((match) => Object.keys(match._parts.headers ?? {}).length > 1))
        problems.push(
          `${at}: setHeaderRoute '${action.name}': Argo Rollouts takes several headers for alternatives, so they cannot be demanded together; use one header, or WeightedRelease.onIstio.`,
        );
      if (action.kind === 'setMirrorRoute' && action.mirror && matches.length === 0)
        problems.push(
          `${at}: setMirrorRoute '${action.name}': it has no match, which would remove the route; state one: Match.uri().prefix('/').`,
        );
    }
    if (action.kind === 'experiment') {
      if (action.experiment.templates.length === 0) problems.push(`${at}: the experiment has no templates; state which pods it runs.`);
      if (!traffic && action.experiment.templates.some(({ weight }) => weight !== undefined))
        problems.push(
          `${at}: the weight of an experiment's pods needs traffic routing; state traffic: ArgoTraffic.istio() or the like, or leave weight out.`,
        );
      if (!action.experiment.duration && !action.experiment.analyses?.some((each) => each.requiredForCompletion))
        problems.push(`${at}: the experiment never ends; state duration, or requiredForCompletion for an analysis.`);
    }
  });
  return problems;
}

const NEED_TRAFFIC: readonly string[] = ['setCanaryScale', 'setHeaderRoute', 'setMirrorRoute'];

function matchProblems(match: Match, known: readonly string[]): string[] {
  const stated = Object.entries(match._parts).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  const dropped = stated.filter((name) => !known.includes(name));
  const problems = match._problems.map((problem) => `${problem}.`);
  if (dropped.length > 0)
    problems.push(
      `Argo Rollouts would drop ${dropped.join(', ')}; it knows ${known.filter((name) => name !== 'cookies').join(', ')} here. Use WeightedRelease.onIstio, which routes by everything.`,
    );
  if (stated.length === 0) problems.push('a match without a condition has no effect; state one.');
  return problems;
}
