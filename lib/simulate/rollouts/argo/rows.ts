import type { ArgoPlan, ArgoStep } from '../../../model/plan/argo';
import type { CourseRow } from '../course';
import { rounded, type Shares } from '../exposure';
import { byVersion, percentages } from '../plain/amounts';
import type { VersionName } from '../scenario/scenario';
import type { ArgoState } from './state';

export function stepText(step: ArgoStep): string {
  switch (step.kind) {
    case 'setWeight':
      return `setWeight: ${step.weight}`;
    case 'pause':
      return step.seconds === undefined ? 'pause' : `pause: ${step.seconds}s`;
    case 'setCanaryScale':
      return `setCanaryScale: ${step.matchTrafficWeight ? 'matchTrafficWeight' : step.replicas !== undefined ? `replicas ${step.replicas}` : `weight ${step.weight}`}`;
    case 'setHeaderRoute':
    case 'setMirrorRoute':
    case 'plugin':
      return `${step.kind}: ${step.name}`;
    case 'analysis':
      return `analysis: ${step.analysis.templates.join(', ')}`;
    case 'experiment':
      return 'experiment';
  }
}

/** Percent of all requests by version. */
export function sharesOf(state: ArgoState): Shares {
  const { now, services, canary } = state;
  const shares: Shares = {};
  const give = (version: VersionName | undefined, percent: number) => {
    if (version === undefined || percent <= 0 || (state.find(version)?.pods.ready(now) ?? 0) === 0) return;
    shares[version] = (shares[version] ?? 0) + percent;
  };
  if (state.blueGreen) {
    give(services.active, 100);
    return shares;
  }
  if (!canary?.traffic) {
    const sets = [...state.sets.map((set) => set.pods), ...state.experiments.flatMap((one) => one.sets.map((set) => set.pods))];
    return percentages(byVersion(sets, (set) => set.ready(now)));
  }
  const header = state.managed.find((route) => route.canary > 0) ? state.scenario.load.matching / 100 : 0;
  const canaryShare = (100 * state.routed) / canary.traffic.maxWeight;
  const experiment = state.status.experiment?.routedWeight ?? 0;
  for (const set of state.status.experiment?.sets ?? []) {
    if (experiment > 0 && set.weight > 0 && set.pods.ready(now) > 0)
      shares[set.pods.version] = (shares[set.pods.version] ?? 0) + set.weight;
  }
  give(services.canary, canaryShare * (1 - header) + 100 * header);
  give(services.stable, Math.max(0, 100 - canaryShare - experiment) * (1 - header));
  return shares;
}

export function rowOf(state: ArgoState): CourseRow {
  const { status, now, canary, blueGreen } = state;
  const shares = sharesOf(state);
  const pods = state.sets.map((set) => set.pods);
  const step = status.index === undefined ? undefined : state.steps[status.index];
  const extra = state.experiments.reduce((sum, one) => sum + one.sets.reduce((part, set) => part + set.pods.size, 0), 0);
  return {
    t: rounded(now),
    phase: status.phase,
    weights: weightsOf(state, shares),
    newVersion: rounded((shares.new ?? 0) + (shares.newer ?? 0)),
    replicas: {
      ...byVersion(pods, (set) => set.size),
      ...(extra > 0 ? { experiment: extra } : {}),
      ...(state.workloadReplicas !== undefined ? { workload: state.workloadReplicas } : {}),
    },
    available: byVersion(pods, (set) => set.available(now)),
    step: step && stepText(step),
    index: status.index,
    message: status.message,
    routes: canary?.traffic ? state.managed.map((route) => route.text) : undefined,
    services: blueGreen || Object.keys(state.services).length > 0 ? { ...state.services } : undefined,
    checks: state.checks,
    events: state.events,
  };
}

function weightsOf(state: ArgoState, shares: Shares): CourseRow['weights'] {
  const { canary, status } = state;
  if (canary?.traffic)
    return { stable: canary.traffic.maxWeight - state.routed - (status.experiment?.routedWeight ?? 0), canary: state.routed };
  if (state.blueGreen) return { old: state.services.active === 'old' ? 100 : 0, new: state.services.active === 'old' ? 0 : 100 };
  const fresh = rounded((shares.new ?? 0) + (shares.newer ?? 0));
  return { stable: shares.old ?? 0, canary: fresh };
}

/** Equal for rows between which nothing that can be seen changed. */
export function stateText({ checks: _checks, events: _events, ...row }: CourseRow): string {
  return JSON.stringify({ ...row, t: 0 });
}

export function whoMeets({ strategy }: ArgoPlan): string[] {
  if (strategy.kind === 'blueGreen')
    return [
      'nobody before the active Service is switched, everyone after it',
      ...(strategy.previewService ? [`whoever calls ${strategy.previewService} meets the new version before`] : []),
    ];
  const headers = strategy.steps.flatMap((step) =>
    step.kind === 'setHeaderRoute' && step.match.length > 0 ? [`all who match ${step.match.join(' or ')}, while that route is there`] : [],
  );
  return strategy.traffic ? ['everyone, by weight', ...headers] : ['everyone, in proportion to the ready pods'];
}
