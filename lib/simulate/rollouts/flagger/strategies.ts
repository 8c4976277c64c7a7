import { increaseConfirmed, promotionConfirmed } from './hooks';
import type { FlaggerState } from './state';
import { maxWeight, nextStep } from './weights';

/** After a good check: the next weight or the next iteration, or the promotion. */
export function proceed(state: FlaggerState): void {
  const { analysis, provider } = state.plan;
  const byKubernetes = provider === 'kubernetes';
  const iterations = state.iterationsWanted;
  if (byKubernetes && analysis.match.length > 0) state.event('A/B testing is not supported when using the kubernetes provider');
  if (byKubernetes && analysis.iterations < 1)
    state.event('Progressive traffic is not supported when using the kubernetes provider: setting iterations to 10');
  if (iterations > 0 && analysis.match.length > 0 && !byKubernetes) return runAb(state, iterations);
  if (iterations > 0) return runBlueGreen(state, iterations);
  if (nextStep(analysis, state.routes.canary) <= 0) return;
  if (!state.routes.mirrored && state.phase !== 'WaitingPromotion' && !increaseConfirmed(state)) return;
  runCanary(state);
}

function promote(state: FlaggerState): void {
  state.event(`Copying ${state.name} template spec to ${state.plan.object.name}-primary`);
  copyToPrimary(state);
  state.setPhase('Promoting');
}

/** The primary takes the target's present template, and its replicas unless an autoscaler keeps them. */
export function copyToPrimary(state: FlaggerState): void {
  state.primary.setTemplate(state.target.template, state.now);
  if (!state.plan.autoscaler) state.primary.replicas = state.target.replicas;
  state.primary.settle(state.now);
}

function count(state: FlaggerState, iterations: number): void {
  state.iterations += 1;
  state.event(`Advance ${state.name} canary iteration ${state.iterations}/${iterations}`);
}

function runCanary(state: FlaggerState): void {
  const { routes, plan } = state;
  if (routes.canary >= maxWeight(plan.analysis)) {
    if (promotionConfirmed(state)) promote(state);
    return;
  }
  const step = nextStep(plan.analysis, routes.canary);
  if (plan.analysis.mirror && routes.canary === 0 && !routes.mirrored) {
    // The Gateway API router never finds its mirror again, so the step of mirroring is taken for ever.
    state.setRoutes(100, 0, !plan.provider.startsWith('gatewayapi'));
  } else state.setRoutes(Math.max(0, routes.primary - step), Math.min(100, routes.canary + step), false);
  state.canaryWeight = routes.canary;
  state.event(`Advance ${state.name} canary weight ${routes.canary}`);
}

function runAb(state: FlaggerState, iterations: number): void {
  if (state.iterations < iterations) {
    state.setRoutes(0, 100, false);
    return count(state, iterations);
  }
  if (promotionConfirmed(state) && state.iterations === iterations) promote(state);
}

function runBlueGreen(state: FlaggerState, iterations: number): void {
  const routed = state.plan.provider !== 'kubernetes';
  if (state.iterations < iterations) {
    if (routed && state.plan.analysis.mirror && !state.routes.mirrored) state.setRoutes(100, 0, true);
    return count(state, iterations);
  }
  if (!promotionConfirmed(state)) return;
  if (state.iterations > iterations) return promote(state);
  if (routed) {
    state.event(state.plan.analysis.mirror ? 'Stop traffic mirroring and route all traffic to canary' : 'Routing all traffic to canary');
    state.setRoutes(0, 100, false);
  }
  state.iterations += 1;
}
