import type { ArgoStep } from '../../../model/plan/argo';
import type { Look } from './look';

/** The step that is being worked on; undefined after the last one and where there are none. */
export function currentStep(look: Look): ArgoStep | undefined {
  const { index } = look.before;
  return index === undefined ? undefined : look.state.steps[index];
}

/** The weight of the last setWeight step that was reached; 100 after the last step, 0 before the first and when aborted. */
export function currentSetWeight(look: Look): number {
  const { state, before } = look;
  if (before.abort) return 0;
  if (!currentStep(look)) return state.canary?.traffic?.maxWeight ?? 100;
  return lastSetWeight(look, before.index ?? 0) ?? 0;
}

export function lastSetWeight(look: Look, from: number): number | undefined {
  for (let i = from; i >= 0; i--) {
    const step = look.state.steps[i];
    if (step?.kind === 'setWeight') return step.weight;
  }
  return undefined;
}

/** The setCanaryScale that is in force: the last one reached, unless it follows the weight again. */
export function canaryScale(look: Look): { readonly replicas?: number; readonly weight?: number } | undefined {
  const { state, before } = look;
  const { canary } = state;
  if (!canary?.traffic || !currentStep(look)) return undefined;
  if (before.abort && canary.abortScaleDownDelay.seconds !== undefined) return undefined;
  for (let i = before.index ?? 0; i >= 0; i--) {
    const step = state.steps[i];
    if (step?.kind === 'setCanaryScale') return step.matchTrafficWeight ? undefined : step;
  }
  return undefined;
}

/** The weight that the number of canary pods is for. Aborted with dynamic stable scale, it goes down through the weights of the steps. */
export function desiredCanaryWeight(look: Look): number {
  const { state, before, fresh, stable } = look;
  const { canary } = state;
  if (!(before.abort && canary?.dynamicStableScale && fresh && stable)) return currentSetWeight(look);
  const canaryPods = Math.max(state.replicas - stable.seen.available, fresh.seen.available);
  for (const step of [...state.steps].reverse()) {
    if (step.kind === 'setWeight' && podsFor(state.replicas, step.weight, canary.traffic?.maxWeight ?? 100) < canaryPods)
      return step.weight;
  }
  return 0;
}

export function podsFor(replicas: number, weight: number, most: number): number {
  return Math.ceil((weight * replicas) / most);
}
