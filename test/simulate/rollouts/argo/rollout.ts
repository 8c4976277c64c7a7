import type { Course } from '../../../../lib/simulate/rollouts/course';
import { play, runs } from '../support';

export const rollout = (strategy: object, spec: object = {}) => ({
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Rollout',
  metadata: { name: 'app', namespace: 'test' },
  spec: {
    replicas: 4,
    selector: { matchLabels: { app: 'app' } },
    template: { metadata: { labels: { app: 'app' } }, spec: {} },
    strategy,
    ...spec,
  },
});

export const service = (name: string) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, namespace: 'test' },
  spec: { selector: { app: 'app' } },
});

export const virtualService = {
  apiVersion: 'networking.istio.io/v1',
  kind: 'VirtualService',
  metadata: { name: 'app', namespace: 'test' },
  spec: {
    http: [
      {
        name: 'primary',
        route: [
          { destination: { host: 'app-stable' }, weight: 100 },
          { destination: { host: 'app-canary' }, weight: 0 },
        ],
      },
    ],
  },
};

export const template = (name: string, ...metrics: object[]) => ({
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'AnalysisTemplate',
  metadata: { name, namespace: 'test' },
  spec: { metrics },
});

export const metric = (more: object = {}) => ({
  name: 'success',
  interval: '1s',
  count: 3,
  successCondition: 'result[0] >= 0.95',
  provider: { prometheus: { address: 'http://prometheus', query: 'x' } },
  ...more,
});

export const istio = (canary: object, routing: object = {}) => ({
  canary: {
    stableService: 'app-stable',
    canaryService: 'app-canary',
    trafficRouting: { istio: { virtualService: { name: 'app', routes: ['primary'] } }, ...routing },
    ...canary,
  },
});

export function basic(canary: object, scenario: unknown = {}, spec: object = {}, ...more: object[]): Course {
  return play([rollout({ canary }, spec), ...more], scenario);
}

export function routed(canary: object, scenario: unknown = {}, spec: object = {}, routing: object = {}, ...more: object[]): Course {
  return play([rollout(istio(canary, routing), spec), service('app-stable'), service('app-canary'), virtualService, ...more], scenario);
}

export function blueGreen(strategy: object, scenario: unknown = {}, spec: object = {}, ...more: object[]): Course {
  return play(
    [
      rollout({ blueGreen: { activeService: 'active', previewService: 'preview', ...strategy } }, spec),
      service('active'),
      service('preview'),
      ...more,
    ],
    scenario,
  );
}

/** Old and new pods as they are when the rollout rests at a pause, or at its end. */
export function atRest(course: Course): string {
  const row = course.course.filter((one) => one.phase === 'Paused').at(-1) ?? course.course.at(-1);
  return `${row?.replicas.old}/${row?.replicas.new}`;
}

export function pods(course: Course): string {
  return runs(
    course,
    (row) => `${row.replicas.old}/${row.replicas.new}${row.replicas.newer === undefined ? '' : `/${row.replicas.newer}`}`,
  );
}

export function steps(course: Course): string {
  return runs(course, (row) => `${row.index}:${row.phase}`);
}
