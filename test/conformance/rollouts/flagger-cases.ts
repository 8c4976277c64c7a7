import type { KubeObject } from '../harness/kube';
import { deployment, type RolloutCase } from './case';

const METRICS = [
  { name: 'request-success-rate', thresholdRange: { min: 99 }, interval: '1m' },
  { name: 'request-duration', thresholdRange: { max: 500 }, interval: '1m' },
];

export const hook = (type: string, name = type) => ({ name, type, url: `http://webhooks.test/${name}`, timeout: '5s' });

interface More {
  readonly spec?: object;
  readonly target?: object;
  readonly steered?: boolean;
  readonly objects?: readonly KubeObject[];
}

function canaryCase(
  name: string,
  analysis: object,
  scenario: object = {},
  { spec, target, steered = false, objects = [] }: More = {},
): RolloutCase {
  const canary: KubeObject = {
    apiVersion: 'flagger.app/v1beta1',
    kind: 'Canary',
    metadata: { name: 'web', namespace: name },
    spec: {
      provider: 'istio',
      targetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
      service: { port: 80, targetPort: 8080 },
      analysis: { interval: '10s', threshold: 2, metrics: METRICS, ...analysis },
      ...spec,
    },
  };
  return { name, steered, scenario, objects: [...objects, deployment(name, target, steered), canary] };
}

const bad = { new: { successRate: 80 } };
const MATCH = [{ headers: { 'x-canary': { exact: 'always' } } }];
const closedUntil = (tick: number) => [
  { tick: 0, value: 'closed' },
  { tick, value: 'open' },
];
const config: KubeObject = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web', namespace: 'f-config' }, data: { a: '1' } };
const fromConfig = {
  template: {
    metadata: { labels: { app: 'web' } },
    spec: { containers: [{ name: 'app', image: 'app:1', envFrom: [{ configMapRef: { name: 'web' } }] }] },
  },
};

const gateway = {
  provider: 'gatewayapi:v1',
  service: { port: 80, targetPort: 8080, hosts: ['web.test'], gatewayRefs: [{ name: 'public', namespace: 'default' }] },
};

export const FLAGGER: readonly RolloutCase[] = [
  canaryCase('f-steps', { stepWeight: 20, maxWeight: 70 }),
  canaryCase('f-bad', { stepWeight: 20 }, bad),
  canaryCase(
    'f-late-bad',
    { stepWeight: 30 },
    {
      new: {
        successRate: [
          { weight: 0, value: 100 },
          { weight: 60, value: 90 },
        ],
      },
    },
  ),
  canaryCase('f-every-second', { stepWeight: 25, threshold: 3 }, { new: { successRate: { cycle: [90, 100] } } }),
  canaryCase('f-no-data', { stepWeight: 50, threshold: 3 }, { new: { successRate: { each: ['none', 'error', 100] } } }),
  canaryCase('f-slow', { stepWeight: 50, threshold: 1 }, { new: { latency: 501 } }),
  canaryCase('f-falling', { stepWeights: [40, 20, 60] }),
  canaryCase('f-promotion', { stepWeight: 100, stepWeightPromotion: 30 }),
  canaryCase('f-mirror', { stepWeight: 50, maxWeight: 50, mirror: true }),
  canaryCase('f-mirror-bad', { stepWeight: 50, mirror: true, threshold: 1 }, bad),
  canaryCase('f-ab', { iterations: 2, match: MATCH }),
  canaryCase('f-ab-bad', { iterations: 3, match: MATCH }, bad),
  canaryCase('f-blue-green', { iterations: 2 }),
  canaryCase('f-blue-green-bad', { iterations: 3, mirror: true }, bad),
  canaryCase('f-kubernetes', { iterations: 2 }, {}, { spec: { provider: 'kubernetes' } }),
  canaryCase(
    'f-confirm',
    { stepWeight: 50, maxWeight: 50, webhooks: [hook('confirm-rollout'), hook('confirm-traffic-increase'), hook('confirm-promotion')] },
    {
      gates: { 'confirm-rollout': closedUntil(3), 'confirm-traffic-increase': closedUntil(6), 'confirm-promotion': closedUntil(9) },
    },
  ),
  canaryCase(
    'f-waiting-bad',
    { stepWeight: 50, maxWeight: 50, webhooks: [hook('confirm-promotion')] },
    {
      gates: { 'confirm-promotion': 'closed' },
      new: {
        successRate: [
          { tick: 0, value: 100 },
          { tick: 5, value: 0 },
        ],
      },
    },
  ),
  canaryCase(
    'f-ab-gate',
    { iterations: 2, match: MATCH, webhooks: [hook('confirm-promotion')] },
    { gates: { 'confirm-promotion': { each: ['closed', 'closed', 'open'] } } },
  ),
  canaryCase(
    'f-hooks',
    { stepWeight: 50, threshold: 3, webhooks: [hook('pre-rollout'), hook('rollout')] },
    { webhooks: { 'pre-rollout': { each: ['fails', 'ok'] }, rollout: { each: [204, 202] } } },
  ),
  canaryCase(
    'f-rollback',
    { stepWeight: 20, webhooks: [hook('rollback')] },
    {
      webhooks: {
        rollback: [
          { tick: 0, value: 'fails' },
          { tick: 4, value: 'ok' },
        ],
      },
    },
  ),
  canaryCase('f-gateway', { stepWeight: 50 }, {}, { spec: gateway }),
  canaryCase('f-gateway-bad', { stepWeight: 50 }, bad, { spec: gateway }),
  canaryCase('f-gateway-mirror', { stepWeight: 50, mirror: true }, {}, { spec: gateway }),
  canaryCase('f-gateway-ab', { iterations: 2, match: MATCH }, {}, { spec: gateway }),
  canaryCase('f-delete', { stepWeight: 20 }, { events: [{ at: { tick: 4 }, do: 'delete' }] }),
  canaryCase('f-skip', { stepWeight: 20 }, {}, { spec: { skipAnalysis: true } }),
  canaryCase('f-affinity', { stepWeight: 50, maxWeight: 50, sessionAffinity: { cookieName: 'flagger' } }),
  canaryCase(
    'f-second',
    { stepWeight: 20, maxWeight: 40, threshold: 5 },
    { new: { successRate: 90 }, newer: { successRate: 100 }, events: [{ at: { tick: 4 }, do: 'release' }] },
  ),
  canaryCase('f-restore', { stepWeight: 50, maxWeight: 50 }, { events: [{ at: { tick: 3 }, do: 'restore' }] }),
  canaryCase('f-failed-restore', { stepWeight: 50, threshold: 1 }, { ...bad, events: [{ at: { tick: 6 }, do: 'restore' }] }),
  canaryCase(
    'f-suspend',
    { stepWeight: 50, maxWeight: 50 },
    {
      events: [
        { at: { tick: 3 }, do: 'suspend' },
        { at: { tick: 5 }, do: 'resume' },
      ],
    },
  ),
  canaryCase('f-replicas', { stepWeight: 100 }, { change: { image: true, replicas: 4 } }),
  canaryCase('f-config', { stepWeight: 100 }, { change: { config: true } }, { objects: [config], target: fromConfig }),
  canaryCase('f-late-ready', { stepWeight: 50, maxWeight: 50 }, { new: { readyAfter: 20 } }, { steered: true }),
  canaryCase('f-half-ready', { stepWeight: 50, maxWeight: 50, canaryReadyThreshold: 50 }, { new: { ready: 0.5 } }, { steered: true }),
  canaryCase('f-down', { stepWeight: 20, maxWeight: 60 }, { new: { down: [{ from: 35, to: 55 }] } }, { steered: true }),
  canaryCase('f-late-gate', { iterations: 2, webhooks: [hook('confirm-promotion')] }, { gates: { 'confirm-promotion': closedUntil(7) } }),
  canaryCase('f-iterations-mirror', { iterations: 3, mirror: true }),
  canaryCase('f-halted', { stepWeight: 40, threshold: 2 }, { new: { successRate: { each: [90, 100, 90] } } }),
  canaryCase(
    'f-post',
    { stepWeight: 50, maxWeight: 50, webhooks: [hook('post-rollout'), hook('event')] },
    { webhooks: { 'post-rollout': 'fails' } },
  ),
  canaryCase('f-pre-bad', { stepWeight: 50, threshold: 2, webhooks: [hook('pre-rollout')] }, { webhooks: { 'pre-rollout': 'fails' } }),
  canaryCase('f-ab-second', { iterations: 4, match: MATCH, threshold: 5 }, { events: [{ at: { tick: 4 }, do: 'release' }] }),
  canaryCase(
    'f-weights-bad',
    { stepWeights: [10, 30, 60], threshold: 1 },
    {
      new: {
        successRate: [
          { weight: 0, value: 100 },
          { weight: 30, value: 50 },
        ],
      },
    },
  ),
  canaryCase(
    'f-promotion-bad',
    { stepWeight: 50, maxWeight: 50, stepWeightPromotion: 40 },
    {
      new: {
        successRate: [
          { tick: 0, value: 100 },
          { tick: 6, value: 0 },
        ],
      },
    },
  ),
];
