import type { ScenarioEvent } from '../scenario/scenario';
import type { ArgoState } from './state';

/** What a person, a pipeline or an autoscaler does to a Rollout. */
export function act(state: ArgoState, event: ScenarioEvent): void {
  const { status } = state;
  state.event(`(${event.action})`);
  switch (event.action) {
    case 'release':
      state.template = state.template === 'old' ? 'new' : 'newer';
      break;
    case 'restore':
      state.template = 'old';
      break;
    case 'scale':
      state.replicas = event.replicas ?? state.replicas;
      break;
    case 'abort':
      status.abort = true;
      break;
    case 'retry':
      status.abort = false;
      break;
    case 'promote':
      promoteOne(state);
      break;
    case 'promoteFull':
      if (status.current !== status.stable) status.promoteFull = true;
      break;
    case 'suspend':
      state.userPaused = true;
      break;
    case 'resume':
      state.userPaused = false;
      break;
    default:
  }
}

/** `kubectl argo rollouts promote`: ends a pause, or else goes to the next step. */
function promoteOne(state: ArgoState): void {
  const { status } = state;
  const within = status.index !== undefined && status.index < state.steps.length;
  const inconclusive =
    state.canary !== undefined && (status.stepRun?.phase === 'Inconclusive' || status.backgroundRun?.phase === 'Inconclusive');
  state.userPaused = false;
  if (inconclusive && status.pauses.length > 0 && status.controllerPause) {
    status.controllerPause = false;
    status.pauses = [];
    if (within) status.index = (status.index ?? 0) + 1;
  } else if (status.pauses.length > 0) status.pauses = [];
  else if (within) status.index = (status.index ?? 0) + 1;
}
