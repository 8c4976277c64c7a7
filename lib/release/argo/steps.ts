import type { ArgoAnalyses } from '../../analysis/argo';
import { ArgoUse } from '../../analysis/argo-use';
import { durationText } from '../../analysis/duration';
import type { Tree, TreeObject } from '../../manifest/tree';
import type { Match } from '../../traffic/match';
import type { TextCondition } from '../../traffic/text-condition';
import type { ExperimentProps } from './experiment';
import type { MirrorRouteProps, Step } from './step';

/** `spec.strategy.canary.steps[]`. */
export function stepTree({ _action: action }: Step, analyses: ArgoAnalyses): TreeObject {
  switch (action.kind) {
    case 'setWeight':
      return { setWeight: action.weight };
    case 'pause':
      return { pause: { duration: action.duration && durationText(action.duration) } };
    case 'setCanaryScale':
      return { setCanaryScale: { ...action.scale } };
    case 'setHeaderRoute':
      return { setHeaderRoute: { name: action.name, match: headerMatches(action.matches) } };
    case 'setMirrorRoute':
      return { setMirrorRoute: { name: action.name, ...mirrorRoute(action.mirror) } };
    case 'analysis':
      return { analysis: analyses.useTogether(action.analyses, ArgoUse.INLINE) };
    case 'experiment':
      return { experiment: experimentTree(action.experiment, analyses) };
    case 'plugin':
      return { plugin: { name: action.name, config: action.config as Tree | undefined } };
  }
}

function headerMatches(matches: readonly Match[] | undefined): TreeObject[] | undefined {
  return matches?.flatMap((match) =>
    Object.entries(match._parts.headers ?? {}).map(([headerName, condition]) => ({ headerName, headerValue: textMatch(condition) })),
  );
}

function mirrorRoute(mirror: MirrorRouteProps | undefined): TreeObject {
  if (!mirror) return {};
  return {
    percentage: mirror.percentage ?? 100,
    match: mirror.matches.map(({ _parts: { method, uri, headers } }) => ({
      method: method && textMatch(method),
      path: uri && textMatch(uri),
      headers: headers && Object.fromEntries(Object.entries(headers).map(([name, condition]) => [name, textMatch(condition)])),
    })),
  };
}

function textMatch(condition: TextCondition): TreeObject {
  return 'present' in condition ? { regex: '.*' } : condition;
}

function experimentTree({ templates, duration, analyses: stated = [] }: ExperimentProps, analyses: ArgoAnalyses): TreeObject {
  return {
    duration: duration && durationText(duration),
    templates: templates.map(({ name, version, replicas, weight }) => ({ name, specRef: version, replicas, weight })),
    analyses:
      stated.length === 0
        ? undefined
        : stated.map(({ name, analysis, requiredForCompletion }) => {
            const { templates: used, args } = analyses.use(analysis, ArgoUse.INLINE);
            const [template] = used as TreeObject[];
            return { name, ...template, args, requiredForCompletion };
          }),
  };
}
