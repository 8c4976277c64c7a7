import { phases, play, replicas, weights } from '../support';

const deployment = (spec: object, rollingUpdate?: object) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'app' },
  spec: { replicas: 4, strategy: rollingUpdate ? { type: 'RollingUpdate', rollingUpdate } : undefined, template: {}, ...spec },
});
const NEVER = { new: { ready: 'never' } };
const run = (spec: object, rollingUpdate?: object, scenario: unknown = {}) => play([deployment(spec, rollingUpdate)], scenario);
const first = (spec: object, rollingUpdate?: object) => Object.values(run(spec, rollingUpdate, NEVER).course[0]?.replicas ?? {}).join('/');

describe('Deployments: rolling update', () => {
  test.each([
    [1, '1/1'],
    [2, '2/1'],
    [3, '3/1'],
    [4, '3/2'],
    [5, '4/3'],
    [7, '6/3'],
    [10, '8/5'],
  ])('D1, D2: the first move of %i replicas with 25 %%/25 %% is %s', (count, expected) => {
    expect(first({ replicas: count })).toBe(expected);
  });

  test('D1: both 0 by rounding: one may be unavailable', () => {
    expect(first({ replicas: 3 }, { maxSurge: 0, maxUnavailable: '25%' })).toBe('2/1');
  });

  test('D2: all at once, and all beside', () => {
    expect(first({}, { maxSurge: 0, maxUnavailable: '100%' })).toBe('0/4');
    expect(run({}, { maxSurge: 0, maxUnavailable: '100%' }).course[0]).toMatchObject({
      available: { old: 0, new: 0 },
      weights: { old: 0, new: 0 },
    });
    expect(first({}, { maxSurge: '100%', maxUnavailable: 0 })).toBe('4/4');
  });

  test('D3: each time new pods become available', () => {
    const course = run({ replicas: 10 });
    expect(replicas(course)).toBe('8/5 3/10 0/10');
    expect(course.course.every((row) => Object.values(row.available).reduce((sum, count) => sum + count, 0) >= 8)).toBe(true);
    expect(course.end).toMatchObject({ what: 'promoted', phase: 'Complete' });
    expect(replicas(run({}, { maxSurge: 1, maxUnavailable: 0 }))).toBe('4/1 3/2 2/3 1/4 0/4');
  });

  test.each([
    [4, { maxSurge: 1, maxUnavailable: 0 }, 4],
    [4, { maxSurge: 0, maxUnavailable: 1 }, 3],
    [1, undefined, 1],
    [4, undefined, 3],
    [10, undefined, 8],
    [5, { maxSurge: '50%', maxUnavailable: '50%' }, 3],
    [4, { maxSurge: '100%', maxUnavailable: 0 }, 4],
    [4, { maxSurge: 0, maxUnavailable: '100%' }, 0],
    [3, { maxSurge: '50%', maxUnavailable: 0 }, 3],
  ])('D4: never ready: of %i with %j there stay %i old ones', (count, rollingUpdate, old) => {
    const course = run({ replicas: count }, rollingUpdate, NEVER);
    expect(course.course.at(-1)?.replicas.old).toBe(old);
    expect(course.end.what).toBe('stuck');
    expect(course.exposure.requests.newVersion).toBe(0);
  });

  test('D4: surge 50 %/0 of 3: 3 and 2 new', () => {
    expect(first({ replicas: 3 }, { maxSurge: '50%', maxUnavailable: 0 })).toBe('3/2');
  });

  test('D5: the deadline changes the condition and nothing else', () => {
    const course = run({}, undefined, NEVER);
    expect(phases(course)).toBe('Progressing ProgressDeadlineExceeded');
    expect(course.course.at(-1)).toMatchObject({ t: 600, replicas: { old: 3, new: 2 } });
    expect(run({ progressDeadlineSeconds: 30 }, undefined, NEVER).course.at(-1)?.t).toBe(30);
    const trickle = run({ progressDeadlineSeconds: 30 }, undefined, { new: { readyAfter: 5, readyEvery: 25 } });
    expect(phases(trickle)).toBe('Progressing Complete');
  });

  test('D5: half of the pods never ready: stuck at 3 old and 4 new, 2 of them ready', () => {
    const course = run({ replicas: 6 }, { maxSurge: 1, maxUnavailable: 1 }, { new: { ready: 0.5 } });
    expect(course.course.at(-1)).toMatchObject({ replicas: { old: 3, new: 4 }, available: { old: 3, new: 2 } });
  });

  test('D7: terminating pods do not count', () => {
    const slow = { old: { terminationSeconds: 30 } };
    expect(replicas(run({ replicas: 10 }, undefined, slow))).toBe('8/5 3/10 0/10');
  });

  test('D8: a third version, the old image back, minReadySeconds, scaling while stuck', () => {
    const third = run({}, { maxSurge: 1, maxUnavailable: 0 }, { ...NEVER, newer: {}, events: [{ at: { t: 5 }, do: 'release' }] });
    expect(third.course.find((row) => row.t === 5)?.replicas).toEqual({ old: 4, new: 0, newer: 1 });
    expect(third.end.what).toBe('promoted');
    const back = run({}, undefined, { ...NEVER, events: [{ at: { t: 5 }, do: 'restore' }] });
    expect(back.course.find((row) => row.t === 5)?.replicas).toEqual({ old: 4, new: 0 });
    expect(back.end.what).toBe('rolledBack');
    const moves = run({ minReadySeconds: 10 }, { maxSurge: 1, maxUnavailable: 0 })
      .course.filter((row, i, all) => row.replicas.new !== all[i - 1]?.replicas.new)
      .map((row) => row.t);
    expect(moves).toEqual([0, 11, 22, 33]);
    const scaled = run({}, { maxSurge: 1, maxUnavailable: 0 }, { ...NEVER, events: [{ at: { t: 5 }, do: 'scale', replicas: 8 }] });
    expect(scaled.course.find((row) => row.t === 5)?.replicas).toEqual({ old: 7, new: 2 });
  });
});

describe('Deployments: recreate', () => {
  const recreate = { strategy: { type: 'Recreate' } };
  test('D6: nothing is available between', () => {
    const course = run(recreate);
    expect(course.course[0]).toMatchObject({ replicas: { old: 0, new: 4 }, available: { old: 0, new: 0 } });
    expect(course.end.what).toBe('promoted');
    expect(course.exposure.requests.failed).toBe(100);
    expect(run(recreate, undefined, NEVER).course.at(-1)?.available).toEqual({ old: 0, new: 0 });
  });

  test('D6: the new pods wait until the old ones are gone', () => {
    const course = run(recreate, undefined, { old: { terminationSeconds: 20 } });
    expect(course.course[0]?.replicas).toEqual({ old: 0, new: 0 });
    expect(course.course.find((row) => row.replicas.new === 4)?.t).toBe(20);
    expect(weights(course)).toBe('0/0 0/100');
  });
});

describe('Deployments: the rest', () => {
  test('nothing changed, paused, dying pods', () => {
    expect(run({}, undefined, { change: { image: false } }).end.what).toBe('unchanged');
    expect(run({ paused: true }).end.what).toBe('suspended');
    const dying = run({}, undefined, { new: { diesAfter: 20 } });
    expect(dying.end.what).toBe('promoted');
    expect(dying.end.reason).toContain('no longer available');
  });

  test('what the API server refuses', () => {
    expect(run({}, { maxSurge: 0, maxUnavailable: 0 }).end).toMatchObject({ what: 'refused' });
    expect(run({ strategy: { type: 'Canary' } }).end.what).toBe('refused');
  });
});
