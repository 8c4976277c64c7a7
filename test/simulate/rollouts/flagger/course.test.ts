import { phases, weights } from '../support';
import { hook, run, ticks } from './canary';

describe('Flagger: the course of a canary', () => {
  test('F1: one tick does one thing', () => {
    const course = run({ stepWeight: 50, maxWeight: 50 });
    expect(ticks(course)).toEqual([
      '1 Progressing 100/0 failed=0',
      '2 Progressing 50/50 failed=0',
      '3 Promoting 50/50 failed=0',
      '4 Finalising 100/0 failed=0',
      '5 Succeeded 100/0 failed=0',
    ]);
    expect(course.course[0]?.events).toEqual(['New revision detected! Scaling up podinfo.test']);
    expect(course.course[1]?.checks).toEqual([]);
    expect(course.course.map((row) => row.replicas.canary)).toEqual([2, 2, 2, 2, 0]);
    expect(course.end).toEqual({
      what: 'promoted',
      reason: 'The analysis succeeded and the primary runs the new version.',
      phase: 'Succeeded',
      t: 50,
      tick: 5,
    });
  });

  test('F2: n weights take n + 4 ticks', () => {
    expect(run({ stepWeight: 20, maxWeight: 70 }).end.tick).toBe(8);
    expect(run({ stepWeight: 100, maxWeight: 100 }).end.tick).toBe(5);
  });

  test('F2: Succeeded stays until something changes', () => {
    const course = run({ stepWeight: 100 }, { events: [{ at: { tick: 8 }, do: 'release' }] });
    expect(phases(course)).toBe('Progressing Promoting Finalising Succeeded Progressing Promoting Finalising Succeeded');
    expect(course.course[7]).toMatchObject({ tick: 8, phase: 'Progressing' });
  });

  test('F3: traffic stays at the last weight while the primary is updated', () => {
    expect(weights(run({ stepWeight: 50, maxWeight: 50 }))).toBe('100/0 50/50 100/0');
    const slow = run({ stepWeight: 50, maxWeight: 50 }, { new: { asPrimary: { readyAfter: 25 } } }, {}, { replicas: 1 });
    expect(ticks(slow).slice(2)).toEqual([
      '3 Promoting 50/50 failed=0',
      '4 Promoting 50/50 failed=0',
      '5 Promoting 50/50 failed=0',
      '6 Finalising 100/0 failed=0',
      '7 Succeeded 100/0 failed=0',
    ]);
  });

  test.each([
    [20, 70, '100/0 80/20 60/40 40/60 20/80 100/0'],
    [30, 100, '100/0 70/30 40/60 10/90 0/100 100/0'],
    [60, 20, '100/0 40/60 100/0'],
    [50, 50, '100/0 50/50 100/0'],
    [100, 100, '100/0 0/100 100/0'],
  ])('F4: stepWeight %i of maxWeight %i is cut at 100, not at maxWeight', (stepWeight, maxWeight, expected) => {
    expect(weights(run({ stepWeight, maxWeight }))).toBe(expected);
  });

  test('F5: maxWeight unset is 100', () => {
    expect(weights(run({ stepWeight: 40 }))).toBe('100/0 60/40 20/80 0/100 100/0');
  });

  test('F6: stepWeights in their order; maxWeight has no say', () => {
    expect(weights(run({ stepWeights: [1, 5, 30], maxWeight: 10 }))).toBe('100/0 99/1 95/5 70/30 100/0');
    expect(weights(run({ stepWeights: [50, 120] }))).toBe('100/0 50/50 0/100 100/0');
  });

  test('F7: stepWeights that fall stay there for ever without an event', () => {
    const course = run({ stepWeights: [40, 20, 60] });
    expect(weights(course)).toBe('100/0 60/40');
    expect(course.course.at(-1)).toMatchObject({ phase: 'Progressing', events: [], failedChecks: 0 });
    expect(course.end).toMatchObject({ what: 'stuck', phase: 'Progressing' });
    expect(weights(run({ stepWeights: [40, 60, 20] }))).toBe('100/0 60/40 100/0');
  });

  test.each([
    [{ stepWeight: 10, stepWeights: [10] }],
    [{}],
    [{ iterations: 2, stepWeight: 10 }],
    [{ stepWeight: 10, threshold: undefined }],
  ])('F8: the API server refuses %j', (analysis) => {
    const course = run(analysis);
    expect(course.end).toMatchObject({ what: 'refused', phase: 'Refused' });
    expect(course.exposure.requests.newVersion).toBe(0);
  });

  test('F8: threshold 0 counts as 1, stepWeight 0 stays for ever', () => {
    expect(run({ stepWeight: 50, threshold: 0 }, { new: { successRate: 90 } }).end).toMatchObject({ what: 'rolledBack', tick: 4 });
    const none = run({ stepWeight: 0 });
    expect(weights(none)).toBe('100/0');
    expect(none.course.at(-1)).toMatchObject({ events: ['Starting canary analysis for podinfo.test'], failedChecks: 0 });
    expect(none.end.what).toBe('stuck');
  });

  test('F9: stepWeightPromotion goes back step by step', () => {
    expect(weights(run({ stepWeight: 50, maxWeight: 50, stepWeightPromotion: 25 }))).toBe('100/0 50/50 75/25 100/0');
    const course = run({ stepWeight: 100, stepWeightPromotion: 30 });
    expect(weights(course)).toBe('100/0 0/100 30/70 60/40 90/10 100/0');
    expect(course.course.slice(3, 6).map((row) => [row.phase, row.canaryWeight])).toEqual([
      ['Promoting', 70],
      ['Promoting', 40],
      ['Promoting', 10],
    ]);
    expect(weights(run({ iterations: 2, stepWeightPromotion: 40 }))).toBe('100/0 0/100 40/60 80/20 100/0');
  });

  test('F10: the status loses its weight where the routes keep theirs', () => {
    const course = run(
      { stepWeight: 50, maxWeight: 50, webhooks: [hook('confirm-promotion')] },
      {
        gates: {
          'confirm-promotion': [
            { tick: 0, value: 'closed' },
            { tick: 5, value: 'open' },
          ],
        },
      },
    );
    expect(course.course.map((row) => [row.phase, row.weights.canary, row.canaryWeight])).toEqual([
      ['Progressing', 0, 0],
      ['Progressing', 50, 50],
      ['WaitingPromotion', 50, 0],
      ['WaitingPromotion', 50, 0],
      ['Promoting', 50, 0],
      ['Finalising', 0, 0],
      ['Succeeded', 0, 0],
    ]);
  });

  test('F49: the interval changes nothing but the seconds', () => {
    const at = (interval: string) =>
      run(
        { interval, stepWeight: 20, maxWeight: 60 },
        {
          new: {
            successRate: [
              { tick: 0, value: 100 },
              { tick: 4, value: 90 },
            ],
          },
        },
      );
    const rows = (interval: string) => at(interval).course.map(({ t: _, ...row }) => row);
    expect(rows('10s')).toEqual(rows('1m'));
  });

  test('F48: an interval below 10 s counts as 10 s', () => {
    expect(run({ interval: '1s', stepWeight: 100 }).course.map((row) => row.t)).toEqual([10, 20, 30, 40, 50]);
    expect(run({ interval: '1m', stepWeight: 100 }).course[0]?.t).toBe(60);
  });
});
