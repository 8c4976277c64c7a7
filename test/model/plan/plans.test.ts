import fc from 'fast-check';
import type { Manifest } from '../../../lib/manifest/manifest';
import { type FlaggerPlan, plansOf } from '../../../lib/model/plan';
import { roomOf } from '../../../lib/model/plan/amount';
import { goDuration } from '../../../lib/model/plan/data';
import { rollout } from '../../../lib/simulate/rollouts/rollout';
import { canary, deployment, hook } from '../../simulate/rollouts/flagger/canary';
import { planFrom } from '../../simulate/rollouts/support';

describe('plans', () => {
  test('a Deployment that a Canary governs has no plan of its own', () => {
    const objects = [canary({ stepWeight: 5 }), deployment(), { ...deployment(), metadata: { name: 'other', namespace: 'test' } }];
    const plans = plansOf({ all: objects.map((manifest) => ({ manifest: manifest as Manifest, origin: {} })) });
    expect(plans.map((plan) => [plan.controller, plan.object.name])).toEqual([
      ['flagger', 'podinfo'],
      ['deployment', 'other'],
    ]);
  });

  test('a Canary with all that it states', () => {
    const plan = planFrom(
      canary(
        { stepWeights: [1, 5], interval: '1m30s', match: [{ headers: { 'x-a': { exact: '1' } } }], webhooks: [hook('rollback')] },
        { provider: undefined },
      ),
      deployment(),
    ) as FlaggerPlan;
    expect(plan).toMatchObject({
      service: 'podinfo',
      replicas: 2,
      provider: 'istio',
      analysis: {
        interval: 90,
        threshold: 5,
        stepWeights: [1, 5],
        match: ['x-a exact 1'],
        webhooks: [{ name: 'rollback', type: 'rollback' }],
        metrics: [
          { name: 'request-success-rate', min: 99 },
          { name: 'request-duration', max: 500 },
        ],
      },
      assumptions: ['The Canary states no provider: Flagger is taken to run with -mesh-provider=istio.'],
      problems: [],
    });
  });

  test('a target that is not there, or not a Deployment', () => {
    expect(planFrom(canary({ stepWeight: 5 })).assumptions[0]).toContain('Deployment podinfo is not among the manifests');
    const daemon = canary({ stepWeight: 5 }, { targetRef: { apiVersion: 'apps/v1', kind: 'DaemonSet', name: 'podinfo' } });
    expect(planFrom(daemon).problems).toEqual([
      {
        path: 'spec.targetRef.kind',
        message: 'A DaemonSet as target is not modelled: it is taken for a Deployment of one pod.',
        effect: 'unknown',
      },
    ]);
  });

  test.each([
    ['25%', '25%', 10, 3, 2],
    ['25%', '25%', 1, 1, 0],
    [0, '25%', 3, 0, 1],
    ['50%', 0, 3, 2, 0],
  ])('surge %p and unavailable %p of %i are %i and %i', (surge, unavailable, replicas, up, down) => {
    const amount = (value: string | number) => (typeof value === 'number' ? { pods: value } : { percent: Number.parseInt(value, 10) });
    expect(roomOf(amount(surge), amount(unavailable), replicas)).toEqual({ surge: up, unavailable: down });
  });

  test.each([
    ['1m30s', 90],
    ['500ms', 0.5],
    ['0', 0],
    ['-1s', -1],
    ['1.5h', 5400],
    ['5', undefined],
    ['soon', undefined],
    [5, undefined],
  ])('the duration %p is %p seconds', (text, seconds) => {
    expect(goDuration(text)).toBe(seconds);
  });

  test('odd input never throws: not when read, not when foretold', () => {
    const odd = fc.oneof(fc.constantFrom(null, '', 0, -1, 1.5, true, 'x', [], {}, [null], { a: 1 }), fc.integer());
    const names = ['replicas', 'strategy', 'analysis', 'targetRef', 'template', 'traffic', 'autoscalerRef', 'workloadRef', 'selector'];
    const strategies = ['canary', 'blueGreen', 'rollingUpdate', 'type'];
    const inner = [
      'steps',
      'metrics',
      'webhooks',
      'match',
      'interval',
      'threshold',
      'stepWeight',
      'stepWeights',
      'iterations',
      'maxSurge',
      'trafficRouting',
      'analysis',
      'activeService',
      'setWeight',
      'pause',
    ];
    const some = (keys: string[], value: fc.Arbitrary<unknown>) => fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 5 });
    const deep = fc.oneof(odd, some(inner, fc.oneof(odd, fc.array(fc.oneof(odd, some(inner, odd)), { maxLength: 3 }))));
    const spec = fc.oneof(odd, some(names, fc.oneof(odd, deep, some(strategies, deep))));
    const kinds = fc.constantFrom(
      ['apps/v1', 'Deployment'],
      ['flagger.app/v1beta1', 'Canary'],
      ['argoproj.io/v1alpha1', 'Rollout'],
      ['serving.knative.dev/v1', 'Service'],
    );
    fc.assert(
      fc.property(kinds, spec, ([apiVersion, kind], content) => {
        const manifest = { apiVersion, kind, metadata: { name: 'a' }, spec: content } as unknown as Manifest;
        for (const plan of plansOf({ all: [{ manifest, origin: {} }] })) rollout(plan, undefined, { new: { successRate: 90 } });
      }),
      { numRuns: 400 },
    );
  });
});
