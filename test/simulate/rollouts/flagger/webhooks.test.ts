import { phases, weights } from '../support';
import { hook, run, ticks } from './canary';

const until = (tick: number) => [
  { tick: 0, value: 'closed' },
  { tick, value: 'open' },
];
const asked = (course: ReturnType<typeof run>, name: string) =>
  course.course.filter((row) => row.checks?.some((check) => check.name === name)).map((row) => row.tick);

describe('Flagger: webhooks', () => {
  test.each([
    [200, 'promoted'],
    [202, 'promoted'],
    [204, 'rolledBack'],
    [500, 'rolledBack'],
  ])('a webhook that answers %i: %s', (status, what) => {
    expect(run({ stepWeight: 50, threshold: 1, webhooks: [hook('rollout')] }, { webhooks: { rollout: status } }).end.what).toBe(what);
  });

  test('F27: confirm-rollout is asked before anything is scaled', () => {
    const course = run(
      { stepWeight: 50, maxWeight: 50, webhooks: [hook('confirm-rollout'), hook('rollback')] },
      { gates: { 'confirm-rollout': until(3) } },
    );
    expect(ticks(course).slice(0, 4)).toEqual([
      '1 Waiting 100/0 failed=0',
      '2 Waiting 100/0 failed=0',
      '3 Progressing 100/0 failed=0',
      '4 Progressing 50/50 failed=0',
    ]);
    expect(course.course.map((row) => row.replicas.canary).slice(0, 3)).toEqual([0, 0, 2]);
    expect(asked(course, 'rollback')[0]).toBe(4);
    expect(run({ stepWeight: 50, webhooks: [hook('confirm-rollout')] }, { gates: { 'confirm-rollout': 'closed' } }).end).toMatchObject({
      what: 'waiting',
      phase: 'Waiting',
    });
  });

  test('F28: pre-rollout fails the check, and is called again as long as the weight is 0', () => {
    const course = run(
      { stepWeight: 50, threshold: 3, webhooks: [hook('pre-rollout')] },
      { webhooks: { 'pre-rollout': { each: ['fails', 'fails', 'ok'] } } },
    );
    expect(course.course.map((row) => row.failedChecks).slice(0, 4)).toEqual([0, 1, 2, 2]);
    expect(course.end.what).toBe('promoted');
    const closed = run(
      { stepWeight: 50, webhooks: [hook('pre-rollout'), hook('confirm-traffic-increase')] },
      { gates: { 'confirm-traffic-increase': until(5) } },
    );
    expect(asked(closed, 'pre-rollout')).toEqual([2, 3, 4, 5]);
    expect(
      run({ stepWeight: 50, threshold: 2, webhooks: [hook('pre-rollout')] }, { webhooks: { 'pre-rollout': 'fails' } }).end,
    ).toMatchObject({ what: 'rolledBack', tick: 4 });
  });

  test('F29: rollout webhooks at every check, in order; the first that fails ends it', () => {
    const course = run(
      { stepWeight: 50, threshold: 1, webhooks: [{ name: 'a', url: 'x' }, hook('rollout', 'b')] },
      {
        webhooks: {
          a: [
            { tick: 0, value: 'ok' },
            { tick: 4, value: 'fails' },
          ],
        },
      },
    );
    expect(course.course[2]?.checks?.map((check) => check.name)).toEqual(['a', 'b', 'request-success-rate', 'request-duration']);
    expect(course.course[3]?.checks?.map((check) => check.name)).toEqual(['a']);
    expect(course.end.what).toBe('rolledBack');
  });

  test('F30: confirm-traffic-increase also before the first weight and before the promotion; never a failed check', () => {
    const gate = (value: unknown) =>
      run(
        { stepWeight: 50, maxWeight: 50, webhooks: [hook('confirm-traffic-increase')] },
        { gates: { 'confirm-traffic-increase': value } },
      );
    expect(asked(gate('open'), 'confirm-traffic-increase')).toEqual([2, 3]);
    expect(
      ticks(
        gate([
          { tick: 0, value: 'open' },
          { tick: 3, value: 'closed' },
          { tick: 6, value: 'open' },
        ]),
      ).slice(1, 6),
    ).toEqual([
      '2 Progressing 50/50 failed=0',
      '3 Progressing 50/50 failed=0',
      '4 Progressing 50/50 failed=0',
      '5 Progressing 50/50 failed=0',
      '6 Promoting 50/50 failed=0',
    ]);
    expect(gate('closed').end).toMatchObject({ what: 'waiting', phase: 'Progressing' });
    const mirrored = run(
      { stepWeight: 50, mirror: true, webhooks: [hook('confirm-traffic-increase')] },
      { gates: { 'confirm-traffic-increase': 'open' } },
    );
    expect(asked(mirrored, 'confirm-traffic-increase')).toEqual([2, 4, 5]);
  });

  test('F31: confirm-promotion closed: the checks go on and still count', () => {
    const course = run(
      { stepWeight: 50, maxWeight: 50, threshold: 2, webhooks: [hook('confirm-promotion')] },
      {
        gates: { 'confirm-promotion': 'closed' },
        new: {
          successRate: [
            { tick: 0, value: 100 },
            { tick: 5, value: 0 },
          ],
        },
      },
    );
    expect(ticks(course)).toEqual([
      '1 Progressing 100/0 failed=0',
      '2 Progressing 50/50 failed=0',
      '3 WaitingPromotion 50/50 failed=0',
      '4 WaitingPromotion 50/50 failed=0',
      '5 WaitingPromotion 50/50 failed=1',
      '6 WaitingPromotion 50/50 failed=2',
      '7 Failed 100/0 failed=0',
    ]);
    expect(course.course[2]).toMatchObject({ canaryWeight: 0, iterations: -1 });
    const opened = run(
      { stepWeight: 50, maxWeight: 50, webhooks: [hook('confirm-promotion')] },
      { gates: { 'confirm-promotion': until(5) } },
    );
    expect(opened.course[4]).toMatchObject({ tick: 5, phase: 'Promoting' });
    expect(run({ stepWeight: 50, webhooks: [hook('confirm-promotion')] }, { gates: { 'confirm-promotion': 'closed' } }).end).toMatchObject({
      what: 'waiting',
      phase: 'WaitingPromotion',
    });
  });

  test('F33: the rollback webhook rolls back in the same tick', () => {
    const course = run(
      { stepWeight: 20, webhooks: [hook('rollback')] },
      {
        webhooks: {
          rollback: [
            { tick: 0, value: 'fails' },
            { tick: 4, value: 'ok' },
          ],
        },
      },
    );
    expect(ticks(course)).toEqual([
      '1 Progressing 100/0 failed=0',
      '2 Progressing 80/20 failed=0',
      '3 Progressing 60/40 failed=0',
      '4 Failed 100/0 failed=0',
    ]);
    expect(course.end.reason).toBe('Rolled back: a rollback webhook asked for it.');
    const good = run({ stepWeight: 50, maxWeight: 50, webhooks: [hook('rollback')] });
    expect(asked(good, 'rollback')).toEqual([2, 3]);
  });

  test('F34: failing post-rollout and event webhooks change nothing', () => {
    const course = run(
      { stepWeight: 50, webhooks: [hook('post-rollout'), hook('event')] },
      { webhooks: { 'post-rollout': 'fails', event: 'fails' } },
    );
    expect(course.end).toMatchObject({ what: 'promoted', tick: 6 });
    expect(asked(course, 'post-rollout')).toEqual([6]);
    expect(asked(course, 'event')).toEqual([]);
  });

  test('F35: all webhooks of one canary, by tick', () => {
    const types = [
      'confirm-rollout',
      'pre-rollout',
      'rollout',
      'confirm-traffic-increase',
      'confirm-promotion',
      'post-rollout',
      'rollback',
    ];
    const course = run({ stepWeight: 50, maxWeight: 50, metrics: [], webhooks: types.map((type) => hook(type)) });
    expect(course.course.map((row) => row.checks?.map((check) => check.name))).toEqual([
      ['confirm-rollout'],
      ['rollback', 'pre-rollout', 'confirm-traffic-increase'],
      ['rollback', 'rollout', 'confirm-traffic-increase', 'confirm-promotion'],
      [],
      ['post-rollout'],
    ]);
    expect(phases(course)).toBe('Progressing Promoting Finalising Succeeded');
    expect(weights(course)).toBe('100/0 50/50 100/0');
  });
});
