import type { Course } from '../../../../lib/simulate/rollouts/course';
import { play } from '../support';

export const deployment = (spec: object = {}) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'podinfo', namespace: 'test' },
  spec: {
    replicas: 2,
    selector: { matchLabels: { app: 'podinfo' } },
    template: { metadata: { labels: { app: 'podinfo' } }, spec: { containers: [{ name: 'app', image: 'podinfo:1' }] } },
    ...spec,
  },
});

export const METRICS = [
  { name: 'request-success-rate', thresholdRange: { min: 99 }, interval: '1m' },
  { name: 'request-duration', thresholdRange: { max: 500 }, interval: '1m' },
];

export const canary = (analysis: object, spec: object = {}) => ({
  apiVersion: 'flagger.app/v1beta1',
  kind: 'Canary',
  metadata: { name: 'podinfo', namespace: 'test' },
  spec: {
    provider: 'istio',
    targetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'podinfo' },
    service: { port: 80 },
    analysis: { interval: '10s', threshold: 5, metrics: METRICS, ...analysis },
    ...spec,
  },
});

export const hook = (type: string, name = type) => ({ name, type, url: 'http://gate.test' });

export function run(analysis: object, scenario: unknown = {}, spec: object = {}, target: object = {}): Course {
  return play([canary(analysis, spec), deployment(target)], scenario);
}

/** `tick phase primary/canary failed=n` of each row. */
export function ticks(course: Course): string[] {
  return course.course.map((row) => `${row.tick} ${row.phase} ${row.weights.primary}/${row.weights.canary} failed=${row.failedChecks}`);
}
