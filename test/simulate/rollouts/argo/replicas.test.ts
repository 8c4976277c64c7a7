import { nearestCounts } from '../../../../lib/simulate/rollouts/argo/counts';
import { phases, weights } from '../support';
import { atRest, basic, pods, steps } from './rollout';

const at = (replicas: number, weight: number, more: object = {}) =>
  atRest(basic({ steps: [{ setWeight: weight }, { pause: {} }], ...more }, {}, { replicas }));

describe('Argo Rollouts: replicas without traffic routing', () => {
  test.each([
    [4, 25, '3/1'],
    [4, 50, '2/2'],
    [3, 10, '3/1'],
    [3, 60, '1/2'],
    [5, 50, '3/3'],
    [1, 10, '1/1'],
    [1, 50, '1/1'],
    [1, 90, '1/1'],
    [2, 1, '2/1'],
    [2, 30, '2/1'],
    [2, 99, '1/2'],
    [7, 33, '5/2'],
    [7, 66, '3/5'],
    [10, 15, '9/2'],
    [10, 35, '7/4'],
    [4, 0, '4/0'],
    [4, 100, '0/4'],
  ])('A1, A2: %i replicas at %i %% rest at %s', (replicas, weight, expected) => {
    expect(at(replicas, weight)).toBe(expected);
  });

  test.each([
    [10, '9/1'],
    [45, '5/5'],
    [80, '2/8'],
  ])('A2: ten replicas without surge at %i %%: %s', (weight, expected) => {
    expect(at(10, weight, { maxSurge: 0 })).toBe(expected);
  });

  test.each([
    [10, '1/0'],
    [50, '0/1'],
    [90, '0/1'],
  ])('A2: one replica without surge at %i %%: %s', (weight, expected) => {
    expect(at(1, weight, { maxSurge: 0, maxUnavailable: 1 })).toBe(expected);
  });

  test('A1: the options in their order', () => {
    expect(nearestCounts(10, 15, 0)).toEqual({ canary: 2, stable: 8 });
    expect(nearestCounts(10, 15, 3)).toEqual({ canary: 2, stable: 9 });
    expect(nearestCounts(0, 50, 1)).toEqual({ canary: 0, stable: 0 });
  });

  test('A3: the way there, within the surge and what has to be available', () => {
    expect(pods(basic({}))).toBe('4/0 3/0 3/2 1/2 1/4 0/4');
    const onePair = pods(basic({ maxSurge: 1, maxUnavailable: 0 }, {}, { replicas: 5 }));
    expect(onePair).toBe('5/0 5/1 4/1 4/2 3/2 3/3 2/3 2/4 1/4 1/5 0/5');
  });

  test('A4: the step is done when the pods are available', () => {
    const course = basic({ steps: [{ setWeight: 50 }, { pause: {} }] }, { new: { readyAfter: 7 } });
    const moved = course.course.find((row) => row.index === 1);
    expect(moved).toMatchObject({ t: 7, replicas: { old: 2, new: 2 }, available: { old: 2, new: 2 } });
  });

  test('A5: after the last step the wanted weight is 100', () => {
    const course = basic({ steps: [{ setWeight: 25 }] });
    expect(course.end).toMatchObject({ what: 'promoted', phase: 'Healthy' });
    expect(course.course.at(-1)).toMatchObject({ replicas: { old: 0, new: 4 }, weights: { stable: 0, canary: 100 }, newVersion: 100 });
  });

  test('A6: replicas changed while paused: both counts for the same weight', () => {
    const course = basic({ steps: [{ setWeight: 25 }, { pause: {} }] }, { events: [{ at: { t: 5 }, do: 'scale', replicas: 8 }] });
    expect(course.course.find((row) => row.phase === 'Paused')?.replicas).toEqual({ old: 3, new: 1 });
    expect(atRest(course)).toBe('6/2');
  });

  test('A7: a third version: index 0, the middle one goes first, the stable keeps its count', () => {
    const course = basic({ steps: [{ setWeight: 50 }, { pause: {} }] }, { events: [{ at: { t: 5 }, do: 'release' }] });
    expect(steps(course)).toBe('0:Progressing 1:Progressing 1:Paused 0:Progressing 1:Progressing 1:Paused');
    const after = course.course.filter((row) => row.t >= 5);
    expect(after.every((row) => row.replicas.old === 2)).toBe(true);
    expect(after.at(-1)?.replicas).toEqual({ old: 2, new: 0, newer: 2 });
  });

  test('A7: the old image back: the index jumps to the end, without pauses', () => {
    const course = basic(
      { steps: [{ setWeight: 50 }, { pause: {} }, { setWeight: 75 }, { pause: {} }] },
      { events: [{ at: { t: 5 }, do: 'restore' }] },
    );
    expect(course.course.filter((row) => row.t >= 5).every((row) => row.index === 4 && row.phase !== 'Paused')).toBe(true);
    expect(course.end).toMatchObject({ what: 'rolledBack', phase: 'Healthy' });
    expect(course.course.at(-1)?.replicas).toEqual({ old: 4, new: 0 });
  });

  test('A8: pods that are never ready: Degraded after the deadline, not aborted, counts stay', () => {
    const course = basic({ steps: [{ setWeight: 50 }, { pause: {} }] }, { new: { ready: 'never' } }, { progressDeadlineSeconds: 20 });
    expect(phases(course)).toBe('Progressing Degraded');
    expect(course.course.at(-1)).toMatchObject({ t: 20, replicas: { old: 3, new: 2 }, available: { old: 3, new: 0 }, index: 0 });
    expect(course.end.reason).toContain('ProgressDeadlineExceeded: ReplicaSet');
    expect(course.end.what).toBe('stuck');
    expect(weights(course)).toBe('100/0');
  });
});
