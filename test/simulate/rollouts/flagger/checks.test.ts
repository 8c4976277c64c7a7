import { play, weights } from '../support';
import { canary, deployment, METRICS, run, ticks } from './canary';

const checks = (analysis: object, scenario: unknown) => run({ stepWeight: 50, threshold: 1, ...analysis }, scenario);

describe('Flagger: failed checks', () => {
  test('F11: a tick adds one, however many metrics fail, and stops at the first', () => {
    const course = run({ stepWeight: 50, threshold: 3 }, { new: { successRate: 90, latency: 900 } });
    expect(course.course[2]).toMatchObject({ tick: 3, failedChecks: 1, weights: { primary: 50, canary: 50 } });
    expect(course.course[2]?.checks?.map((check) => check.name)).toEqual(['request-success-rate']);
  });

  test('F11: hooks come before metrics, those of templates last', () => {
    const analysis = {
      stepWeight: 100,
      metrics: [
        { name: 'own', templateRef: { name: 'own' }, thresholdRange: { max: 1 } },
        { name: 'inline', query: 'x', thresholdRange: { max: 1 } },
        ...METRICS,
      ],
      webhooks: [{ name: 'load', url: 'http://x' }],
    };
    const template = {
      apiVersion: 'flagger.app/v1beta1',
      kind: 'MetricTemplate',
      metadata: { name: 'own', namespace: 'test' },
      spec: { query: 'x' },
    };
    const course = play([canary(analysis), deployment(), template]);
    expect(course.course[2]?.checks?.map((check) => check.name)).toEqual([
      'load',
      'inline',
      'request-success-rate',
      'request-duration',
      'own',
    ]);
  });

  test('F12: failures add up over the whole analysis', () => {
    const bad = run({ stepWeight: 10, maxWeight: 100, threshold: 5 }, { new: { successRate: { cycle: [90, 100] } } });
    expect(bad.course.filter((row, i) => (row.failedChecks ?? 0) > (bad.course[i - 1]?.failedChecks ?? 0)).map((row) => row.tick)).toEqual([
      3, 5, 7, 9, 11,
    ]);
    expect(bad.end).toMatchObject({ what: 'rolledBack', tick: 12 });
    expect(bad.course[10]).toMatchObject({ weights: { primary: 50, canary: 50 } });
    const short = run({ stepWeight: 50, maxWeight: 50, threshold: 5 }, { new: { successRate: { cycle: [90, 100] } } });
    expect(short.end.what).toBe('promoted');
  });

  test('F12: failedChecks stays in Succeeded', () => {
    const course = run({ stepWeight: 50, maxWeight: 50, threshold: 5 }, { new: { successRate: { each: [90, 90, 90, 90, 100] } } });
    expect(course.course.at(-1)).toMatchObject({ phase: 'Succeeded', failedChecks: 4 });
  });

  test('F13: the rollback comes one tick after the check that reaches the threshold, without a check', () => {
    const one = run(
      { stepWeight: 20, threshold: 1 },
      {
        new: {
          successRate: [
            { tick: 0, value: 100 },
            { tick: 4, value: 0 },
          ],
        },
      },
    );
    expect(ticks(one)).toEqual([
      '1 Progressing 100/0 failed=0',
      '2 Progressing 80/20 failed=0',
      '3 Progressing 60/40 failed=0',
      '4 Progressing 60/40 failed=1',
      '5 Failed 100/0 failed=0',
    ]);
    expect(one.course[4]?.checks).toEqual([]);
    const two = run({ stepWeight: 20, threshold: 2 }, { new: { successRate: 0 } });
    expect(two.course.map((row) => row.failedChecks)).toEqual([0, 0, 1, 2, 0]);
    expect(two.end.tick).toBe(5);
  });

  test('F14: the rollback tick', () => {
    const course = run(
      { stepWeight: 50, threshold: 1, webhooks: [{ name: 'after', type: 'post-rollout', url: 'http://x' }] },
      { new: { successRate: 0 } },
    );
    expect(course.course.at(-1)).toMatchObject({
      phase: 'Failed',
      weights: { primary: 100, canary: 0 },
      replicas: { primary: 2, canary: 0 },
      failedChecks: 0,
      canaryWeight: 0,
      checks: [{ name: 'after', ok: true }],
      events: ['Rolling back podinfo.test failed checks threshold reached 1', 'Canary failed! Scaling down podinfo.test'],
    });
    expect(course.end).toMatchObject({ what: 'rolledBack', reason: 'Rolled back: 1 checks failed (threshold 1).' });
  });

  test.each([
    [{ successRate: 99, latency: 500 }, 'promoted'],
    [{ successRate: 98.99 }, 'rolledBack'],
    [{ latency: 500.01 }, 'rolledBack'],
    [{ latency: 501 }, 'rolledBack'],
  ])('F15: %j of at least 99 %% and at most 500 ms: %s', (version, what) => {
    expect(checks({}, { new: version }).end.what).toBe(what);
  });

  test.each(['none', 'NaN', 'error'])('F16: %s is a failed check, and values in time let it go on', (value) => {
    expect(checks({}, { new: { successRate: value } }).end.what).toBe('rolledBack');
    const late = run({ stepWeight: 50, threshold: 5 }, { new: { successRate: { each: [value, value, 100] } } });
    expect(late.end.what).toBe('promoted');
    expect(late.course.at(-1)?.failedChecks).toBe(2);
  });

  test('F16: a missing MetricTemplate, and a metric that is neither built in nor defined', () => {
    expect(checks({ metrics: [{ name: 'own', templateRef: { name: 'own' } }] }, {}).end.what).toBe('rolledBack');
    const course = checks({ metrics: [{ name: 'own', thresholdRange: { max: 1 } }] }, {});
    expect(course.end.what).toBe('rolledBack');
    expect(course.assumptions).toContain(
      'spec.analysis.metrics[0]: "own" is not built in and has neither templateRef nor query: each check of it fails.',
    );
  });

  test('F17: threshold without a range', () => {
    const metrics = (name: string, more: object = {}) => ({ metrics: [{ name, threshold: 50, ...more }] });
    expect(checks(metrics('request-success-rate'), { new: { successRate: 49 } }).end.what).toBe('rolledBack');
    expect(checks(metrics('request-success-rate'), { new: { successRate: 50 } }).end.what).toBe('promoted');
    expect(checks(metrics('request-duration'), { new: { latency: 51 } }).end.what).toBe('rolledBack');
    expect(checks(metrics('request-duration'), { new: { latency: 50 } }).end.what).toBe('promoted');
    expect(checks(metrics('own', { query: 'x' }), { metrics: { own: 51 } }).end.what).toBe('rolledBack');
    expect(checks(metrics('own', { query: 'x' }), { metrics: { own: 50 } }).end.what).toBe('promoted');
  });

  test('F18: no metrics, no check', () => {
    const course = run({ stepWeight: 50, metrics: [] }, { new: { successRate: 0 } });
    expect(course.end.what).toBe('promoted');
    expect(course.course.flatMap((row) => row.checks ?? [])).toEqual([]);
  });

  test.each(['istio', 'kubernetes', 'gatewayapi:v1'])('F19: with %s the latency is compared in milliseconds', (provider) => {
    const go = (latency: number) => run({ iterations: 2, threshold: 1 }, { new: { latency } }, { provider }).end.what;
    expect([go(500), go(501)]).toEqual(['promoted', 'rolledBack']);
  });

  test('a metric by weight: bad above 40 %', () => {
    const course = run(
      { stepWeight: 20, threshold: 1 },
      {
        new: {
          successRate: [
            { weight: 0, value: 100 },
            { weight: 60, value: 80 },
          ],
        },
      },
    );
    expect(weights(course)).toBe('100/0 80/20 60/40 40/60 100/0');
  });
});
