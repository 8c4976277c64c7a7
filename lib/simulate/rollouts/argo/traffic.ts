import { atDesiredCounts } from './counts';
import type { Look } from './look';
import { currentSetWeight, currentStep, desiredCanaryWeight, lastSetWeight } from './weights';

/** Points the stable and the canary Service to their versions, as far as those have pods. */
export function pointServices(look: Look): void {
  const { state, stable, fresh } = look;
  if (state.services.stable === undefined) return;
  const point = (service: string, set: typeof stable) => {
    if (set && set.seen.available > 0) state.services[service] = set.version;
  };
  point('stable', stable);
  if (look.aborted && !state.canary?.traffic) return point('canary', stable);
  if (rollingBackToStable(look)) return;
  point('canary', fresh);
}

/** With dynamic stable scale: the old image was put back, and the stable version has not enough pods yet. */
function rollingBackToStable(look: Look): boolean {
  const { state, before, fresh } = look;
  if (!look.fullyPromoted || !state.canary?.traffic || !state.canary.dynamicStableScale || !before.weights) return false;
  return before.weights.canaryVersion !== fresh.version && fresh.seen.available < state.replicas;
}

/** Writes the weight that the step and the pods allow. */
export function routeTraffic(look: Look): void {
  const { state, before, next, fresh, stable } = look;
  const { traffic } = state.canary ?? {};
  if (!traffic) return void (next.weights = undefined);
  const back = rollingBackToStable(look);
  const canaryVersion = back && before.weights ? before.weights.canaryVersion : fresh.version;
  const weight = back ? weightOnTheWayBack(look) : desiredWeight(look);
  const needed = Math.trunc(((traffic.maxWeight - weight) * state.replicas) / traffic.maxWeight);
  // The stable version has to be able to take what is left to it.
  if (!stable || stable.seen.available < needed) return;
  setManagedRoutes(look);
  if (state.routed !== weight) state.event(`Traffic weight updated to ${weight}`);
  state.routed = weight;
  next.weights = {
    canary: weight,
    stable: traffic.maxWeight - weight - experimentWeight(look),
    canaryVersion,
    stableVersion: stable.version,
  };
}

function experimentWeight(look: Look): number {
  return look.before.experiment?.routedWeight ?? 0;
}

function desiredWeight(look: Look): number {
  const { state, before, fresh } = look;
  const { traffic, dynamicStableScale } = state.canary ?? {};
  const most = traffic?.maxWeight ?? 100;
  if (look.fullyPromoted) {
    state.managed = [];
    return 0;
  }
  if (look.aborted) {
    const weight = weightOnTheWayBack(look);
    if (!dynamicStableScale || weight === 0) state.services.canary = before.stable;
    state.managed = [];
    return weight;
  }
  if (fresh.seen.available === 0) {
    state.managed = [];
    return 0;
  }
  if (before.promoteFull) {
    state.managed = [];
    return dynamicStableScale ? Math.trunc((most * fresh.seen.available) / state.replicas) : (before.weights?.canary ?? 0);
  }
  if (before.index === undefined) return 0;
  if (!atDesiredCounts(look, undefined)) return lastSetWeight(look, before.index - 1) ?? 0;
  return before.index === state.steps.length ? most : currentSetWeight(look);
}

/** Aborted, or back to the old image: at once, or with dynamic stable scale as the stable version regains its pods. */
function weightOnTheWayBack(look: Look): number {
  const { state, before, stable } = look;
  const { canary } = state;
  if (!canary?.dynamicStableScale || !stable || state.replicas === 0) return 0;
  const most = canary.traffic?.maxWeight ?? 100;
  const desired = desiredCanaryWeight(look);
  const served = Math.trunc((most * stable.seen.available) / state.replicas);
  const expected = Math.max(0, most - served);
  if (!before.weights) return Math.max(expected, desired);
  const present = before.weights.canary;
  if (desired <= 0) return Math.min(expected, present);
  if (served < most - desired) return present;
  return Math.min(desired, present);
}

/** A setHeaderRoute or setMirrorRoute step puts its route in front, or takes it away where it states no match. */
function setManagedRoutes(look: Look): void {
  const { state, fresh } = look;
  const step = currentStep(look);
  if (!step || look.fullyPromoted || look.aborted || fresh.seen.available === 0) return;
  if (step.kind !== 'setHeaderRoute' && step.kind !== 'setMirrorRoute') return;
  const others = state.managed.filter((route) => route.name !== step.name);
  const gone = step.match.length === 0 && (step.kind === 'setHeaderRoute' || step.percentage === undefined);
  const text =
    step.kind === 'setHeaderRoute'
      ? `${step.name}: ${step.match.join(' or ')}: canary 100`
      : `${step.name}: ${step.match.join(' or ') || 'all'}: stable 100, mirror ${step.percentage ?? 100} % to canary`;
  const added = gone ? [] : [{ name: step.name, text, canary: step.kind === 'setHeaderRoute' ? 100 : 0 }];
  const order = state.canary?.traffic?.managedRoutes ?? [];
  state.managed = [...others, ...added].sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
}
