import { groupOf } from '../../manifest/manifest';
import type { RolloutPlan } from '../plan';
import { argoPlan } from './argo-reader';
import { type BlueGreenServicePlan, blueGreenPlan } from './blue-green';
import { at, text } from './data';
import { deploymentPlan } from './deployment';
import { flaggerPlan } from './flagger-reader';
import { knativePlan } from './knative';
import { Objects, type PlanObjects } from './objects';

/**
 * The plans that a set of objects states, those of the controllers first. A Deployment that a Canary or a Rollout governs has no plan of its own.
 * Total: what cannot be read is a problem of its plan.
 */
export function plansOf(given: PlanObjects): RolloutPlan[] {
  const objects = new Objects(given);
  const plans: RolloutPlan[] = [];
  const governed = new Set<string>();
  for (const { manifest } of given.all) {
    const group = groupOf(manifest.apiVersion);
    const namespace = manifest.metadata?.namespace ?? '';
    if (group === 'flagger.app' && manifest.kind === 'Canary') {
      plans.push(flaggerPlan(manifest, objects));
      governed.add(`${namespace}/${text(at(manifest, 'spec', 'targetRef', 'name')) ?? ''}`);
    } else if (group === 'argoproj.io' && manifest.kind === 'Rollout') {
      plans.push(argoPlan(manifest, objects));
      governed.add(`${namespace}/${text(at(manifest, 'spec', 'workloadRef', 'name')) ?? ''}`);
    } else if (group === 'serving.knative.dev' && manifest.kind === 'Service') plans.push(knativePlan(manifest));
  }
  const coloured = objects.ofKind('', 'Service').flatMap((service) => blueGreenPlan(service, objects) ?? []);
  // The Service of the preview (`shop-preview` beside `shop`) selects the other version; it is not the one that is switched.
  plans.push(...coloured.filter((plan) => !coloured.some((other) => isPreviewOf(plan, other))));
  for (const deployment of objects.ofKind('apps', 'Deployment')) {
    const { name, namespace = '' } = deployment.metadata ?? {};
    if (!governed.has(`${namespace}/${name}`)) plans.push(deploymentPlan(deployment));
  }
  return plans;
}

function isPreviewOf(plan: BlueGreenServicePlan, other: BlueGreenServicePlan): boolean {
  const sameVersions = other.label === plan.label && other.active.value === plan.preview.value && other.preview.value === plan.active.value;
  return sameVersions && other.object.namespace === plan.object.namespace && plan.object.name.startsWith(`${other.object.name}-`);
}
