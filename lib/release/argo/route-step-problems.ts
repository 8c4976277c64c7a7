import type { Match } from '../../traffic/match';
import { MANAGED_ROUTE } from './managed-route';
import type { StepAction } from './step';
import type { ArgoTraffic } from './traffic';

/** A step that sets or removes a route. */
type RouteStep = Extract<StepAction, { readonly kind: 'setHeaderRoute' | 'setMirrorRoute' }>;

/** What holds when such a step begins. */
interface Before {
  /** The routes that earlier steps have set. */
  readonly written: ReadonlySet<string>;
  /** Whether the new version has pods. */
  readonly pods: boolean;
  readonly traffic: ArgoTraffic | undefined;
}

/** Names of the routes that steps have set and not removed. */
export function writtenRoutes(steps: readonly StepAction[]): Set<string> {
  const names = new Set<string>();
  for (const step of steps) {
    if (step.kind !== 'setHeaderRoute' && step.kind !== 'setMirrorRoute') continue;
    if (removes(step)) names.delete(step.name);
    else names.add(step.name);
  }
  return names;
}

/** What Argo Rollouts refuses, or silently leaves out, of a header or mirror route. */
export function routeStepProblems(step: RouteStep, { written, pods, traffic }: Before): string[] {
  const at = `${step.kind} '${step.name}'`;
  const problems: string[] = [];
  if (step.kind === 'setMirrorRoute' && traffic && !traffic._kind.kind.startsWith('istio'))
    problems.push(`${at}: only Istio mirrors requests for Argo Rollouts; use ArgoTraffic.istio(), or leave the step out.`);
  if (step.name === MANAGED_ROUTE)
    problems.push(
      `${at}: '${MANAGED_ROUTE}' is the route whose weights Argo Rollouts writes, and would be deleted with the step's; give it another name.`,
    );
  if (removes(step)) {
    if (!written.has(step.name))
      problems.push(`no step before it sets the route '${step.name}' that it removes; set it, or leave the step out.`);
    return problems;
  }
  if (!pods)
    problems.push(
      `the route '${step.name}' is not written while the new version has no pods, nor later; put Step.setCanaryScale({ replicas: 1 }) or a weight above 0 before it.`,
    );
  const own = step.kind === 'setHeaderRoute' ? headerProblems(step.matches ?? []) : mirrorProblems(step.mirror);
  return [...problems, ...own.map((problem) => `${at}: ${problem}`)];
}

function removes(step: RouteStep): boolean {
  return step.kind === 'setHeaderRoute' ? step.matches === undefined : step.mirror === undefined;
}

function headerProblems(matches: readonly Match[]): string[] {
  if (matches.length === 0)
    return ["no match is stated; state one: Match.header('X-group').exact('test'), or end the route: Step.removeHeaderRoute."];
  const problems = matches.flatMap((match) => matchProblems(match, ['headers', 'cookies']));
  if (matches.some((match) => Object.keys(match._parts.headers ?? {}).length > 1))
    problems.push(
      'Argo Rollouts takes several headers for alternatives, so they cannot be demanded together; use one header, or WeightedRelease.onIstio.',
    );
  return problems;
}

function mirrorProblems(mirror: Extract<RouteStep, { readonly kind: 'setMirrorRoute' }>['mirror']): string[] {
  const { percentage = 100, matches = [] } = mirror ?? {};
  const problems = matches.flatMap((match) => matchProblems(match, ['headers', 'cookies', 'uri', 'method']));
  if (!(Number.isInteger(percentage) && percentage >= 0 && percentage <= 100))
    problems.push(`percentage is ${percentage}; allowed are whole numbers from 0 to 100.`);
  if (matches.length === 0) problems.push("it has no match, which would remove the route; state one: Match.uri().prefix('/').");
  return problems;
}

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
