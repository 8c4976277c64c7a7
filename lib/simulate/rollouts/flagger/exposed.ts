import type { FlaggerPlan } from '../../../model/plan/flagger';
import type { DeploymentSimulation } from '../cluster/deployment';
import { rounded, type Shares } from '../exposure';
import type { VersionName } from '../scenario/scenario';
import type { FlaggerState } from './state';

/** Whether only the requests that match are routed by weight; the others stay with the primary. */
function onlyMatching(plan: FlaggerPlan): boolean {
  return plan.analysis.match.length > 0 && plan.provider !== 'kubernetes';
}

/** Percent of all requests by version: what the routes give each side, spread over its ready pods. */
export function sharesOf(state: FlaggerState): Shares {
  const { plan, routes, scenario } = state;
  const shares: Shares = {};
  if (state.phase === 'Terminated') {
    spread(shares, state.target, 100, state.now);
    return shares;
  }
  const matching = onlyMatching(plan) ? scenario.load.matching / 100 : 1;
  const canary = routes.canary * matching;
  spread(shares, state.target, canary, state.now);
  spread(shares, state.primary, 100 - canary, state.now);
  return shares;
}

function spread(shares: Shares, deployment: DeploymentSimulation, percent: number, now: number): void {
  const ready = deployment.total((set) => set.ready(now));
  if (percent <= 0 || ready === 0) return;
  for (const set of deployment.sets) {
    const version: VersionName = set.version;
    const part = (percent * set.ready(now)) / ready;
    if (part > 0) shares[version] = (shares[version] ?? 0) + part;
  }
}

export function newVersionShare(state: FlaggerState): number {
  const shares = sharesOf(state);
  return rounded((shares.new ?? 0) + (shares.newer ?? 0));
}

/** The routes beside the weighted one: who matches, whom a cookie ties, what is mirrored. */
export function routesBeside(state: FlaggerState): string[] {
  const { analysis, provider } = state.plan;
  const routes: string[] = [];
  if (state.phase === 'Terminated' || provider === 'kubernetes') return routes;
  const active = state.routes.canary > 0;
  if (analysis.affinityCookie && active) routes.push(`cookie ${analysis.affinityCookie} of this revision: primary 0, canary 100`);
  else if (analysis.affinityCookie && ['Finalising', 'Succeeded', 'Failed'].includes(state.phase))
    routes.push(`cookie ${analysis.affinityCookie} of this revision: primary 100, canary 0, cookie deleted`);
  if (onlyMatching(state.plan)) routes.push(`match ${analysis.match.join(' or ')}: by the weights`, 'everyone else: primary 100, canary 0');
  if (state.routes.mirrored) routes.push('mirror to canary');
  return routes;
}

export function whoMeets(plan: FlaggerPlan): string[] {
  if (plan.provider === 'kubernetes') return ['nobody meets the canary; everyone meets the new version once the primary has it'];
  if (onlyMatching(plan)) return [...plan.analysis.match, 'after the promotion: everyone'];
  if (plan.analysis.affinityCookie)
    return [`everyone, by weight; who met the canary keeps meeting it (cookie ${plan.analysis.affinityCookie})`];
  return ['everyone, by weight'];
}
