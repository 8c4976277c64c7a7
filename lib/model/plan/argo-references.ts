import type { Manifest } from '../../manifest/manifest';
import { virtualServiceProblem } from './argo-virtual-service';
import { at, fields, labels, list, text, words } from './data';
import type { Objects } from './objects';
import type { PlanProblem } from './types';

/** What makes the controller call a Rollout InvalidSpec after a look at the objects it names: Services, templates, VirtualServices. */
export function argoReferenceProblems(
  manifest: Manifest,
  workloadTemplate: unknown,
  objects: Objects,
  analyses: readonly PlanProblem[],
): PlanProblem[] {
  const namespace = manifest.metadata?.namespace ?? '';
  const problems: PlanProblem[] = [];
  const podLabels = labels(at(workloadTemplate ?? at(manifest, 'spec', 'template'), 'metadata', 'labels'));
  for (const [path, name] of servicesOf(manifest))
    problems.push(...serviceProblems(path, name, namespace, podLabels, manifest.metadata?.name ?? '', objects));
  problems.push(...analyses, ...endlessAnalyses(manifest, namespace, objects), ...virtualServices(manifest, namespace, objects));
  return problems;
}

function servicesOf(manifest: Manifest): [string, string][] {
  const strategy = at(manifest, 'spec', 'strategy');
  const paths = [
    ['blueGreen', 'activeService'],
    ['blueGreen', 'previewService'],
    ['canary', 'stableService'],
    ['canary', 'canaryService'],
    ['canary', 'pingPong', 'pingService'],
    ['canary', 'pingPong', 'pongService'],
  ];
  return paths.flatMap((path): [string, string][] => {
    const name = text(at(strategy, ...path));
    return name ? [[`spec.strategy.${path.join('.')}`, name]] : [];
  });
}

function serviceProblems(
  path: string,
  name: string,
  namespace: string,
  podLabels: Readonly<Record<string, string>>,
  rollout: string,
  objects: Objects,
): PlanProblem[] {
  const found = objects.find('', 'Service', namespace, name);
  if (!found)
    return [{ path, message: `Invalid value: ${JSON.stringify(name)}: service ${JSON.stringify(name)} not found`, effect: 'invalid' }];
  const problems: PlanProblem[] = [];
  for (const [key, value] of Object.entries(labels(at(found, 'spec', 'selector')))) {
    if (key !== 'rollouts-pod-template-hash' && podLabels[key] !== value)
      problems.push({
        path,
        message: `Invalid value: ${JSON.stringify(name)}: Service ${JSON.stringify(name)} has unmatch label ${JSON.stringify(key)} in rollout`,
        effect: 'invalid',
      });
  }
  const owner = found.metadata.annotations?.['argo-rollouts.argoproj.io/managed-by-rollouts'];
  if (owner !== undefined && owner !== rollout)
    problems.push({
      path,
      message: `Invalid value: ${JSON.stringify(name)}: Service ${JSON.stringify(name)} is managed by another Rollout`,
      effect: 'invalid',
    });
  return problems;
}

/** Only a background analysis may measure for ever; it is the template of each analysis that is looked at, not those it names. */
function endlessAnalyses(manifest: Manifest, namespace: string, objects: Objects): PlanProblem[] {
  const strategy = at(manifest, 'spec', 'strategy');
  const places: [string, unknown][] = [
    ['spec.strategy.blueGreen.prePromotionAnalysis', at(strategy, 'blueGreen', 'prePromotionAnalysis')],
    ['spec.strategy.blueGreen.postPromotionAnalysis', at(strategy, 'blueGreen', 'postPromotionAnalysis')],
    ...list(at(strategy, 'canary', 'steps')).map((step, i): [string, unknown] => [
      `spec.strategy.canary.steps[${i}].analysis`,
      at(step, 'analysis'),
    ]),
  ];
  return places.flatMap(([path, analysis]) =>
    list(at(analysis, 'templates')).flatMap((ref) => {
      const cluster = at(ref, 'clusterScope') === true;
      const name = text(at(ref, 'templateName')) ?? '';
      const template = objects.find(
        'argoproj.io',
        cluster ? 'ClusterAnalysisTemplate' : 'AnalysisTemplate',
        cluster ? '' : namespace,
        name,
      );
      return list(at(template, 'spec', 'metrics')).flatMap((metric): PlanProblem[] => {
        const count = at(metric, 'count');
        if ((count !== undefined && Number(words(count)) !== 0) || at(metric, 'interval') === undefined) return [];
        const message = `Invalid value: ${JSON.stringify(name)}: AnalysisTemplate ${name} has metric ${words(at(metric, 'name'))} which runs indefinitely. Invalid value for count: ${words(count ?? '<nil>')}`;
        return [{ path: `${path}.templates`, message, effect: 'invalid' }];
      });
    }),
  );
}

function virtualServices(manifest: Manifest, namespace: string, objects: Objects): PlanProblem[] {
  const canary = at(manifest, 'spec', 'strategy', 'canary');
  const istio = fields(at(canary, 'trafficRouting', 'istio'));
  if (!istio) return [];
  const several = list(istio.virtualServices);
  const path = `spec.strategy.canary.trafficRouting.istio.${several.length > 0 ? 'virtualServices' : 'virtualService'}.name`;
  if (several.length > 0 === (istio.virtualService !== undefined && istio.virtualService !== null))
    return [
      {
        path: 'spec.strategy.canary.trafficRouting.istio',
        message: 'Internal error: either VirtualService or VirtualServices must be configured',
        effect: 'invalid',
      },
    ];
  return (several.length > 0 ? several : [istio.virtualService]).flatMap((ref): PlanProblem[] => {
    const [name, space = namespace] = (text(at(ref, 'name')) ?? '').split('.');
    const found = objects.find('networking.istio.io', 'VirtualService', space, name ?? '');
    if (!found)
      return [
        {
          path,
          message: `Invalid value: ${JSON.stringify(name)}: virtualservices.networking.istio.io ${JSON.stringify(name)} not found`,
          effect: 'invalid',
        },
      ];
    const message = virtualServiceProblem(found, ref, canary);
    return message ? [{ path, message: `Invalid value: ${JSON.stringify(name)}: ${message}`, effect: 'invalid' }] : [];
  });
}
