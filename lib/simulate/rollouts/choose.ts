import type { RolloutPlan } from '../../model/plan';

/** A plan, several, or a release model that holds them. */
export type RolloutSource = RolloutPlan | readonly RolloutPlan[] | { readonly plans: readonly RolloutPlan[] };

export function plansIn(source: RolloutSource): readonly RolloutPlan[] {
  if (Array.isArray(source)) return source as readonly RolloutPlan[];
  return 'plans' in source ? source.plans : [source as RolloutPlan];
}

/** The plans that are meant: those of this name (of the object or the service), or else those of a release controller before plain Deployments. */
export function meantPlans(plans: readonly RolloutPlan[], target: string | undefined): readonly RolloutPlan[] {
  if (target !== undefined) {
    return plans.filter(
      ({ object, service }) => object.name === target || service === target || `${object.namespace}/${object.name}` === target,
    );
  }
  const controlled = plans.filter((plan) => plan.controller !== 'deployment' && plan.controller !== 'service');
  if (controlled.length > 0) return controlled;
  const switched = plans.filter((plan) => plan.controller === 'service');
  return switched.length > 0 ? switched : plans;
}
