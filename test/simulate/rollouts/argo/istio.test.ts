import { phases, weights } from '../support';
import { atRest, pods, routed, steps } from './rollout';

const at = (replicas: number, weight: number, more: object = {}) =>
  atRest(routed({ steps: [{ setWeight: weight }, { pause: {} }], ...more }, {}, { replicas }));
const PAUSED = { steps: [{ setWeight: 25 }, { pause: {} }, { setWeight: 75 }] };

describe('Argo Rollouts: with Istio', () => {
  test.each([
    [3, 10, '3/1'],
    [3, 34, '3/2'],
    [3, 67, '3/3'],
    [4, 0, '4/0'],
    [4, 100, '4/4'],
  ])('A10: %i replicas at %i %%: %s', (replicas, weight, expected) => {
    expect(at(replicas, weight)).toBe(expected);
  });

  test('A10: dynamicStableScale and minPodsPerReplicaSet', () => {
    expect(at(4, 25, { dynamicStableScale: true })).toBe('3/1');
    expect(at(10, 33, { dynamicStableScale: true })).toBe('7/4');
    expect(at(10, 10, { minPodsPerReplicaSet: 3 })).toBe('10/3');
  });

  test('A11: a canary that is never ready stays at 100/0', () => {
    const course = routed(PAUSED, { new: { ready: 'never' } }, { progressDeadlineSeconds: 20 });
    expect(weights(course)).toBe('100/0');
    expect(phases(course)).toBe('Progressing Degraded');
    expect(course.exposure.requests.newVersion).toBe(0);
  });

  test('A12: the weights', () => {
    const course = routed({ steps: [{ setWeight: 20 }, { pause: { duration: '2s' } }, { setWeight: 50 }] });
    expect(weights(course)).toBe('100/0 80/20 50/50 0/100 100/0');
    expect(course.course.at(-1)).toMatchObject({ services: { stable: 'new', canary: 'new' }, newVersion: 100 });
    expect(weights(routed({ steps: [{ setWeight: 50 }, { setWeight: 20 }, { setWeight: 100 }] }))).toBe('100/0 50/50 80/20 0/100 100/0');
    expect(pods(routed({ steps: [{ setWeight: 50 }, { setWeight: 25 }, { pause: {} }] }))).toBe('4/0 4/2 4/1');
    expect(weights(routed({ steps: [] }))).toBe('100/0');
    expect(routed({ steps: [] }).end.what).toBe('promoted');
  });

  test('A13: the old version stays at full size for scaleDownDelaySeconds', () => {
    const gone = (more: object) => {
      const course = routed({ steps: [{ setWeight: 50 }], ...more });
      const healthy = course.course.find((row) => row.phase === 'Healthy')?.t ?? 0;
      return (course.course.find((row) => row.replicas.old === 0)?.t ?? 0) - healthy;
    };
    expect(gone({})).toBe(30);
    expect(gone({ scaleDownDelaySeconds: 5 })).toBe(5);
    expect(gone({ dynamicStableScale: true })).toBe(0);
  });

  test('A14: setCanaryScale fixes the count until matchTrafficWeight', () => {
    const course = routed({ steps: [{ setCanaryScale: { replicas: 2 } }, { setWeight: 75 }, { pause: {} }] });
    expect(atRest(course)).toBe('4/2');
    expect(weights(course)).toBe('100/0 25/75');
    expect(atRest(routed({ steps: [{ setCanaryScale: { weight: 75 } }, { setWeight: 10 }, { pause: {} }] }))).toBe('4/3');
    expect(
      atRest(
        routed({
          steps: [{ setCanaryScale: { replicas: 2 } }, { setWeight: 75 }, { setCanaryScale: { matchTrafficWeight: true } }, { pause: {} }],
        }),
      ),
    ).toBe('4/3');
  });

  test('A15: the header route is put first, and goes with the step without match or at the end', () => {
    const header = { setHeaderRoute: { name: 'by-header', match: [{ headerName: 'x-canary', headerValue: { exact: '1' } }] } };
    const managed = { managedRoutes: [{ name: 'by-header' }] };
    const routes = (list: object[]) => routed({ steps: list }, {}, {}, managed).course.map((row) => row.routes ?? []);
    const scale = { setCanaryScale: { replicas: 1 } };
    expect(routes([scale, header, { pause: {} }]).at(-1)).toEqual(['by-header: x-canary exact 1: canary 100']);
    expect(routes([scale, header, { pause: { duration: 1 } }, { setHeaderRoute: { name: 'by-header' } }, { pause: {} }]).at(-1)).toEqual(
      [],
    );
    expect(routes([scale, header, { pause: { duration: 1 } }]).at(-1)).toEqual([]);
    const atZero = routed({ steps: [{ setWeight: 0 }, header, { setWeight: 50 }, { pause: {} }] }, {}, {}, managed);
    expect(atZero.course.every((row) => row.routes?.length === 0)).toBe(true);
    expect(weights(atZero)).toBe('100/0 50/50');
  });

  test('A16: the mirror route', () => {
    const mirror = { setMirrorRoute: { name: 'mirror', percentage: 35, match: [{ path: { prefix: '/' } }] } };
    const course = routed(
      {
        steps: [
          { setCanaryScale: { replicas: 1 } },
          mirror,
          { pause: { duration: 1 } },
          { setMirrorRoute: { name: 'mirror' } },
          { pause: {} },
        ],
      },
      {},
      {},
      { managedRoutes: [{ name: 'mirror' }] },
    );
    expect(course.course.find((row) => row.phase === 'Paused')?.routes).toEqual([
      'mirror: {"path":{"prefix":"/"}}: stable 100, mirror 35 % to canary',
    ]);
    expect(course.course.at(-1)?.routes).toEqual([]);
    expect(course.exposure.requests.newVersion).toBe(0);
  });

  test('A17: abort by hand', () => {
    const course = routed(PAUSED, { events: [{ at: { t: 5 }, do: 'abort' }] });
    const aborted = course.course.find((row) => row.phase === 'Degraded');
    expect(aborted).toMatchObject({ t: 5, index: 0, message: 'RolloutAborted: Rollout aborted update to revision 2' });
    expect(weights(course)).toBe('100/0 75/25 100/0');
    expect(course.course.find((row) => row.t > 5 && row.replicas.new === 0)?.t).toBe(35);
    expect(course.end).toMatchObject({ what: 'rolledBack', phase: 'Degraded', t: 5 });
  });

  test('A17: abortScaleDownDelaySeconds 0', () => {
    const abort = { events: [{ at: { t: 5 }, do: 'abort' }] };
    const gone = (list: object[]) => routed({ steps: list, abortScaleDownDelaySeconds: 0 }, abort).course.at(-1);
    expect(gone(PAUSED.steps)).toMatchObject({ t: 5, replicas: { new: 0 } });
    expect(gone([{ setCanaryScale: { replicas: 2 } }, { setWeight: 25 }, { pause: {} }])).toMatchObject({ replicas: { new: 2 } });
  });

  test('A17: with dynamicStableScale the stable version comes back first', () => {
    const course = routed(
      { steps: [{ setWeight: 75 }, { pause: {} }], dynamicStableScale: true },
      { events: [{ at: { t: 5 }, do: 'abort' }] },
    );
    const after = course.course.filter((row) => row.t >= 5);
    expect(after.some((row) => row.weights.canary === 75 && row.replicas.old === 4)).toBe(true);
    expect(after.at(-1)).toMatchObject({ weights: { stable: 100, canary: 0 }, replicas: { old: 4, new: 0 } });
    expect(after.filter((row) => row.weights.canary === 0).every((row) => row.available.old === 4)).toBe(true);
  });

  test('A17: what is fully promoted is not aborted', () => {
    const course = routed({ steps: [{ setWeight: 50 }] }, { events: [{ at: { t: 10 }, do: 'abort' }] });
    expect(course.end).toMatchObject({ what: 'promoted', phase: 'Healthy' });
  });

  test('A19: retry, promote, promote --full', () => {
    const retry = routed(PAUSED, {
      events: [
        { at: { t: 5 }, do: 'abort' },
        { at: { t: 10 }, do: 'retry' },
      ],
    });
    expect(weights(retry)).toBe('100/0 75/25 100/0 75/25');
    expect(retry.end.what).toBe('waiting');
    const promote = routed(PAUSED, { events: [{ at: { t: 5 }, do: 'promote' }] });
    expect(weights(promote)).toBe('100/0 75/25 25/75 0/100 100/0');
    const full = routed(
      { steps: [{ setWeight: 25 }, { pause: {} }, { setWeight: 50 }, { pause: {} }] },
      { events: [{ at: { t: 5 }, do: 'promoteFull' }] },
    );
    expect(full.end.what).toBe('promoted');
    expect(full.course.filter((row) => row.t >= 6).every((row) => row.phase !== 'Paused')).toBe(true);
  });

  test('A19: after an abort another image begins anew, the old one is Healthy at once', () => {
    const again = routed(PAUSED, {
      events: [
        { at: { t: 5 }, do: 'abort' },
        { at: { t: 10 }, do: 'release' },
      ],
    });
    expect(again.course.at(-1)).toMatchObject({ phase: 'Paused', index: 1, weights: { canary: 25 } });
    const back = routed(PAUSED, {
      events: [
        { at: { t: 5 }, do: 'abort' },
        { at: { t: 10 }, do: 'restore' },
      ],
    });
    expect(back.course.filter((row) => row.t === 10).at(-1)?.phase).toBe('Healthy');
    expect(back.end.what).toBe('rolledBack');
  });

  test('A20: a third version in the middle: back to 100/0 first, then the steps again', () => {
    const course = routed(PAUSED, { events: [{ at: { t: 5 }, do: 'release' }] });
    expect(weights(course)).toBe('100/0 75/25 100/0 75/25');
    expect(steps(course)).toBe('0:Progressing 1:Progressing 1:Paused 0:Progressing 1:Progressing 1:Paused');
    expect(course.course.at(-1)?.replicas).toEqual({ old: 4, new: 0, newer: 1 });
  });

  test('A21: progressDeadlineAbort', () => {
    const course = routed(PAUSED, { new: { ready: 'never' } }, { progressDeadlineSeconds: 20, progressDeadlineAbort: true });
    expect(course.end).toMatchObject({ what: 'rolledBack', phase: 'Degraded', t: 20 });
  });

  test.each([
    ['3s', 3],
    [3, 3],
    ['3', 3],
    ['1m', 60],
  ])('A22: pause %p lasts %i s from when its step begins', (duration, seconds) => {
    const course = routed({ steps: [{ setWeight: 25 }, { pause: { duration } }, { setWeight: 50 }, { pause: {} }] });
    const from = course.course.find((row) => row.phase === 'Paused')?.t ?? 0;
    expect((course.course.find((row) => row.index === 2)?.t ?? 0) - from).toBe(seconds);
    expect(course.course.find((row) => row.phase === 'Paused')?.message).toBe('CanaryPauseStep');
    expect(course.end).toMatchObject({ what: 'waiting', phase: 'Paused' });
  });
});
