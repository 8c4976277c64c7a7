import type { ArgoExperiment, ArgoStep } from './argo';
import { argoAnalysis } from './argo-analysis';
import { at, fields, goDuration, list, number, pods, text, words } from './data';
import type { Objects } from './objects';
import type { PlanProblem } from './types';

/** Seconds of a pause: a number, a number as text, or a duration; -1 where it is none of them. */
export function pauseSeconds(duration: unknown): number | undefined {
  if (duration === undefined || duration === null) return undefined;
  if (typeof duration === 'number') return Math.trunc(duration);
  if (typeof duration === 'string' && /^[+-]?\d+$/.test(duration)) return Number(duration);
  const seconds = goDuration(duration);
  return seconds === undefined ? -1 : Math.trunc(seconds);
}

export function argoSteps(steps: readonly unknown[], namespace: string, objects: Objects, problems: PlanProblem[]): ArgoStep[] {
  return steps.flatMap((step, i) => {
    const read = stepOf(step, `spec.strategy.canary.steps[${i}]`, namespace, objects, problems);
    return read ? [read] : [];
  });
}

function stepOf(step: unknown, path: string, namespace: string, objects: Objects, problems: PlanProblem[]): ArgoStep | undefined {
  const has = (name: string) => at(step, name) !== undefined;
  if (has('pause')) return { kind: 'pause', seconds: pauseSeconds(at(step, 'pause', 'duration')) };
  if (has('setCanaryScale'))
    return {
      kind: 'setCanaryScale',
      replicas: pods(at(step, 'setCanaryScale', 'replicas')),
      weight: number(at(step, 'setCanaryScale', 'weight')),
      matchTrafficWeight: at(step, 'setCanaryScale', 'matchTrafficWeight') === true,
    };
  if (has('setWeight')) return { kind: 'setWeight', weight: number(at(step, 'setWeight')) ?? 0 };
  if (has('experiment'))
    return { kind: 'experiment', experiment: experimentOf(at(step, 'experiment'), `${path}.experiment`, namespace, objects, problems) };
  if (has('analysis'))
    return { kind: 'analysis', analysis: argoAnalysis(at(step, 'analysis'), `${path}.analysis`, namespace, objects, problems) };
  if (has('setHeaderRoute'))
    return {
      kind: 'setHeaderRoute',
      name: text(at(step, 'setHeaderRoute', 'name')) ?? '',
      match: list(at(step, 'setHeaderRoute', 'match')).map(headerMatch),
    };
  if (has('setMirrorRoute'))
    return {
      kind: 'setMirrorRoute',
      name: text(at(step, 'setMirrorRoute', 'name')) ?? '',
      match: list(at(step, 'setMirrorRoute', 'match')).map((match) => JSON.stringify(match)),
      percentage: number(at(step, 'setMirrorRoute', 'percentage')),
    };
  if (has('plugin')) return { kind: 'plugin', name: text(at(step, 'plugin', 'name')) ?? '' };
  return undefined;
}

function headerMatch(match: unknown): string {
  const [how, what] = Object.entries(fields(at(match, 'headerValue')) ?? {})[0] ?? ['present', ''];
  return `${text(at(match, 'headerName')) ?? ''} ${how} ${words(what)}`.trim();
}

function experimentOf(source: unknown, path: string, namespace: string, objects: Objects, problems: PlanProblem[]): ArgoExperiment {
  return {
    duration: goDuration(at(source, 'duration')),
    templates: list(at(source, 'templates')).map((template) => ({
      name: text(at(template, 'name')) ?? '',
      spec: at(template, 'specRef') === 'stable' ? 'stable' : 'canary',
      replicas: pods(at(template, 'replicas')) ?? 1,
      weight: number(at(template, 'weight')),
    })),
    analyses: list(at(source, 'analyses')).map((analysis, i) => ({
      name: text(at(analysis, 'name')) ?? '',
      required: at(analysis, 'requiredForCompletion') === true,
      analysis: argoAnalysis({ templates: [analysis], args: at(analysis, 'args') }, `${path}.analyses[${i}]`, namespace, objects, problems),
    })),
    scaleDownDelaySeconds: number(at(source, 'scaleDownDelaySeconds')) ?? 30,
  };
}
