import fc from 'fast-check';
import type { Course } from '../../../lib/simulate/rollouts/course';
import { rollout as argo, routed } from './argo/rollout';
import { run } from './flagger/canary';
import { play } from './support';

const value = fc.oneof(fc.constantFrom(100, 99, 0, 'none', 'error', 'NaN'), fc.integer({ min: 0, max: 100 }));
const version = fc.record({ successRate: value, readyAfter: fc.integer({ min: 0, max: 40 }) }, { requiredKeys: [] });
const pods = fc.oneof(
  version,
  fc.constant({ ready: 'never' }),
  fc.record({ ready: fc.constantFrom(0.25, 0.5, 0.75) }),
  fc.record({ diesAfter: fc.integer({ min: 1, max: 60 }) }),
);

const sum = (row: { [name: string]: number }) => Math.round(Object.values(row).reduce((total, one) => total + one, 0) * 100) / 100;

function holds(course: Course, most: (row: Course['course'][number]) => number): void {
  expect(course.course.length).toBeGreaterThan(0);
  expect(course.end.what).not.toBe('unfinished');
  for (const row of course.course) {
    expect([0, 100]).toContain(sum(row.weights));
    expect(row.newVersion).toBeGreaterThanOrEqual(0);
    expect(row.newVersion).toBeLessThanOrEqual(most(row) + 0.01);
  }
  const { requests } = course.exposure;
  expect(requests.newVersion).toBeLessThanOrEqual(requests.total);
  expect(requests.failedByNewVersion).toBeLessThanOrEqual(Math.min(requests.failed, requests.newVersion) + 1);
}

describe('whatever happens, a course ends, weights add up, and exposure stays within the weights', () => {
  test('Flagger', () => {
    const analysis = fc.oneof(
      fc.record({ stepWeight: fc.integer({ min: 0, max: 110 }), maxWeight: fc.integer({ min: 0, max: 120 }), mirror: fc.boolean() }),
      fc.record({
        stepWeights: fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 1, maxLength: 4 }),
        stepWeightPromotion: fc.integer({ min: 0, max: 60 }),
      }),
      fc.record({ iterations: fc.integer({ min: 1, max: 4 }), mirror: fc.boolean() }),
    );
    fc.assert(
      fc.property(
        analysis,
        fc.integer({ min: 0, max: 4 }),
        pods,
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom('istio', 'kubernetes', 'gatewayapi:v1'),
        (shape, threshold, fresh, replicas, provider) => {
          const course = run({ ...shape, threshold }, { new: fresh }, { provider }, { replicas });
          // The primary answers with the new version once it has been promoted.
          holds(course, (row) =>
            ['Promoting', 'Finalising', 'Succeeded', 'Failed'].includes(row.phase) ? 100 : (row.weights.canary ?? 0),
          );
        },
      ),
      { numRuns: 150 },
    );
  });

  const step = fc.oneof(
    fc.record({ setWeight: fc.integer({ min: 0, max: 100 }) }),
    fc.record({ pause: fc.record({ duration: fc.integer({ min: 1, max: 20 }) }) }),
    fc.constant({ pause: {} }),
  );
  const event = fc.record({
    at: fc.record({ t: fc.integer({ min: 0, max: 60 }) }),
    do: fc.constantFrom('abort', 'promote', 'promoteFull', 'retry', 'release', 'restore'),
  });

  test('Argo Rollouts with Istio', () => {
    const canary = fc.record({ steps: fc.array(step, { maxLength: 5 }), dynamicStableScale: fc.boolean() });
    fc.assert(
      fc.property(canary, pods, fc.integer({ min: 1, max: 6 }), fc.array(event, { maxLength: 2 }), (shape, fresh, replicas, events) => {
        const course = routed(shape, { new: fresh, events }, { replicas, progressDeadlineSeconds: 60 });
        holds(course, (row) => (row.services?.stable === 'old' ? (row.weights.canary ?? 0) : 100));
      }),
      { numRuns: 150 },
    );
  });

  test('Argo Rollouts without traffic routing, and Deployments', () => {
    const surge = fc.constantFrom(0, 1, '25%', '100%');
    fc.assert(
      fc.property(fc.array(step, { maxLength: 4 }), pods, fc.integer({ min: 1, max: 12 }), surge, (steps, fresh, replicas, maxSurge) => {
        const spec = { replicas, progressDeadlineSeconds: 60 };
        holds(play([argo({ canary: { steps, maxSurge, maxUnavailable: 1 } }, spec)], { new: fresh }), () => 100);
        const strategy = { type: 'RollingUpdate', rollingUpdate: { maxSurge, maxUnavailable: 1 } };
        const deployment = {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          metadata: { name: 'a' },
          spec: { ...spec, strategy, template: {} },
        };
        const course = play([deployment], { new: fresh });
        holds(course, () => 100);
        const least = replicas - 1;
        if (!('diesAfter' in fresh)) expect(course.course.every((row) => sum(row.available) >= least)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
