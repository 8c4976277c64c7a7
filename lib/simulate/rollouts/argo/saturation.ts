import type { Look } from './look';
import { freshSize } from './scale';

/** Whether the new version has all the pods of the Rollout, and all of them are available. */
export function saturated(look: Look): boolean {
  const { seen } = look.fresh;
  return seen.size === look.state.replicas && seen.available === look.state.replicas;
}

/** Whether the new version has the pods that are wanted of it now, as a preview or in full. */
export function readyForPause(look: Look): boolean {
  const wanted = freshSize(look);
  return look.fresh.seen.size === wanted && look.fresh.seen.available === wanted;
}
