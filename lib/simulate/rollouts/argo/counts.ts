import type { Look } from './look';
import type { ArgoSet, ArgoStatus } from './state';
import { canaryScale, desiredCanaryWeight, podsFor } from './weights';

export interface Counts {
  readonly canary: number;
  readonly stable: number;
}

/** The numbers of pods that come nearest to a weight, with one pod more than the replicas where a surge is allowed. */
export function nearestCounts(replicas: number, weight: number, surge: number): Counts {
  if (replicas === 0) return { canary: 0, stable: 0 };
  const ceil = Math.ceil((replicas * weight) / 100);
  const floor = Math.floor((replicas * weight) / 100);
  const zeroAllowed = weight === 100 || weight === 0 || (replicas === 1 && surge === 0);
  const tied = (total: number) => (total * weight) % 100 === 50;
  const options: [canary: number, total: number][] = [];
  if (ceil < replicas || zeroAllowed) options.push([ceil, replicas]);
  if (!tied(replicas) && (floor !== 0 || zeroAllowed)) options.push([floor, replicas]);
  if (surge > 0) {
    options.push([ceil, replicas + 1]);
    if (!tied(replicas + 1) && (floor !== 0 || zeroAllowed)) options.push([floor, replicas + 1]);
  }
  const off = ([canary, total]: [number, number]) => Math.abs((100 * canary) / total - weight);
  const best = options.reduce<[number, number] | undefined>(
    (found, option) => (found && off(found) <= off(option) ? found : option),
    undefined,
  );
  return best ? { canary: best[0], stable: best[1] - best[0] } : { canary: 0, stable: replicas };
}

/** Without traffic routing: where the counts are to end. */
function wantedCounts(look: Look): Counts {
  const { state, before, fresh, stable } = look;
  const promoted = before.promoteFull || before.current === before.stable;
  if (!stable || stable === fresh) return { canary: state.replicas, stable: 0 };
  return nearestCounts(state.replicas, promoted ? 100 : desiredCanaryWeight(look), state.room.surge);
}

/** Without traffic routing: the next move, within the surge and what has to stay available. */
export function basicMove(look: Look): Counts {
  const { state, fresh, stable, others } = look;
  const wanted = wantedCounts(look);
  const separate = stable !== undefined && stable !== fresh;
  const old = separate ? stable : undefined;
  const most = state.replicas + state.room.surge;
  let spare = most - [fresh, ...(old ? [old] : []), ...others].reduce((sum, set) => sum + set.seen.size, 0);
  let stableSize = old?.seen.size ?? 0;
  let canarySize = fresh.seen.size;
  if (old && stableSize < wanted.stable && spare > 0) {
    const up = Math.min(spare, wanted.stable - stableSize);
    stableSize += up;
    spare -= up;
  }
  if (canarySize < wanted.canary && spare > 0) canarySize = Math.min(wanted.canary, canarySize + spare);
  if (others.some((set) => set.seen.size > 0)) return { canary: canarySize, stable: stableSize };
  const least = state.replicas - state.room.unavailable;
  const increasing = wanted.canary >= fresh.seen.size;
  const down = countedFor(fresh, !increasing) + countedFor(stable, increasing) - least;
  if (down <= 0) return { canary: canarySize, stable: stableSize };
  if (!increasing) {
    if (fresh.seen.size > wanted.canary) canarySize = Math.max(wanted.canary, fresh.seen.size - down);
    const [canary, kept] = withinLimits(fresh, stable, canarySize, stableSize, most, least);
    return { canary, stable: kept };
  }
  if (old) {
    if (old.seen.size > wanted.stable) stableSize = Math.max(wanted.stable, old.seen.size - down);
    const [kept, canary] = withinLimits(old, fresh, stableSize, canarySize, most, least);
    return { canary, stable: kept };
  }
  return { canary: canarySize, stable: stableSize };
}

function countedFor(set: ArgoSet | undefined, ignoreAvailability: boolean): number {
  if (!set) return 0;
  return ignoreAvailability ? set.seen.size : Math.min(set.seen.size, set.seen.available);
}

/** Keeps the sum within the surge, and what is available above the least. */
function withinLimits(
  drained: ArgoSet,
  kept: ArgoSet | undefined,
  drainedSize: number,
  keptSize: number,
  most: number,
  least: number,
): [number, number] {
  if (!kept) return [drainedSize, keptSize];
  let size = keptSize - Math.max(0, keptSize + drainedSize - most);
  const available = Math.min(drained.seen.available, drainedSize) + Math.min(kept.seen.available, size);
  const lost = Math.max(0, kept.seen.available - size);
  size += Math.min(lost, Math.max(0, least - available));
  return [drainedSize - Math.max(0, size + drainedSize - most), size];
}

/** With traffic routing: the canary follows its weight, the stable version stays at full size, or follows its own weight. */
export function routedCounts(look: Look, weights: ArgoStatus['weights']): Counts {
  const { state, before } = look;
  const { canary } = state;
  const most = canary?.traffic?.maxWeight ?? 100;
  const atLeast = (count: number) => (count > 0 ? Math.max(count, canary?.minPodsPerReplicaSet ?? 1) : count);
  const promoted = before.promoteFull || before.current === before.stable;
  const scale = promoted ? undefined : canaryScale(look);
  const weight = promoted ? most : scale?.weight !== undefined ? scale.weight : scale ? 0 : desiredCanaryWeight(look);
  let count = scale?.replicas ?? atLeast(podsFor(state.replicas, weight, most));
  if (!canary?.dynamicStableScale) return { canary: count, stable: state.replicas };
  let stable = podsFor(state.replicas, most - weight, most);
  if (weights) {
    stable = Math.max(stable, podsFor(state.replicas, weights.stable, most));
    if (before.abort) count = Math.max(count, podsFor(state.replicas, weights.canary, most));
  }
  return { canary: atLeast(count), stable: atLeast(stable) };
}

/** Whether the pods are as the present step wants them; with traffic routing, for these weights. */
export function atDesiredCounts(look: Look, weights: ArgoStatus['weights']): boolean {
  const { state, fresh, stable, others } = look;
  const routed = state.canary?.traffic !== undefined;
  const wanted = routed ? routedCounts(look, weights) : basicMove(look);
  if (fresh.seen.size !== wanted.canary || fresh.seen.available !== wanted.canary) return false;
  if (!(routed && state.canary?.dynamicStableScale) && stable?.seen.size !== wanted.stable) return false;
  return routed || others.every((set) => set.seen.available === 0);
}
