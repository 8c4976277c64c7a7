import { weights } from '../support';
import { hook, run, ticks } from './canary';

const MATCH = [{ headers: { 'x-canary': { exact: 'insider' } } }, { headers: { cookie: { regex: '^(.*?;)?(canary=always)(;.*)?$' } } }];

describe('Flagger: iterations', () => {
  test('F20: A/B sends all that matches from tick 2 on, and nobody else', () => {
    const course = run({ iterations: 3, match: MATCH }, { load: { matching: 20 } });
    expect(course.course.map((row) => [row.tick, row.phase, row.weights.canary, row.iterations])).toEqual([
      [1, 'Progressing', 0, 0],
      [2, 'Progressing', 100, 1],
      [3, 'Progressing', 100, 2],
      [4, 'Progressing', 100, 3],
      [5, 'Promoting', 100, 3],
      [6, 'Finalising', 0, 0],
      [7, 'Succeeded', 0, 0],
    ]);
    expect(course.course[1]).toMatchObject({
      newVersion: 20,
      routes: [expect.stringContaining('x-canary exact insider or cookie regex'), 'everyone else: primary 100, canary 0'],
    });
    expect(course.exposure.who[0]).toBe('x-canary exact insider');
  });

  test('F20: a failing A/B goes back, and mirror has no effect in it', () => {
    const bad = run({ iterations: 3, match: MATCH, threshold: 2, mirror: true }, { new: { successRate: 0 } });
    expect(ticks(bad).slice(1)).toEqual([
      '2 Progressing 0/100 failed=0',
      '3 Progressing 0/100 failed=1',
      '4 Progressing 0/100 failed=2',
      '5 Failed 100/0 failed=0',
    ]);
    expect(bad.course.some((row) => row.routes?.includes('mirror to canary'))).toBe(false);
  });

  test('F21: blue/green moves no traffic while it counts', () => {
    const course = run({ iterations: 2 });
    expect(course.course.map((row) => [row.tick, row.phase, row.weights.canary, row.iterations])).toEqual([
      [1, 'Progressing', 0, 0],
      [2, 'Progressing', 0, 1],
      [3, 'Progressing', 0, 2],
      [4, 'Progressing', 100, 3],
      [5, 'Promoting', 100, 3],
      [6, 'Finalising', 0, 0],
      [7, 'Succeeded', 0, 0],
    ]);
    expect(course.course[1]?.checks).toEqual([]);
    expect(course.course[3]?.events).toContain('Routing all traffic to canary');
    const bad = run({ iterations: 2, threshold: 1 }, { new: { successRate: 0 } });
    expect(weights(bad)).toBe('100/0');
    expect(bad.end.what).toBe('rolledBack');
    expect(bad.exposure.requests.newVersion).toBe(0);
  });

  test('F22: blue/green with mirror mirrors from tick 2 until all goes to the canary or back', () => {
    const mirrored = (scenario: unknown) =>
      run({ iterations: 2, mirror: true, threshold: 1 }, scenario).course.map((row) => row.routes?.includes('mirror to canary'));
    expect(mirrored({})).toEqual([false, true, true, false, false, false, false]);
    expect(mirrored({ new: { successRate: 0 } })).toEqual([false, true, true, false]);
  });

  test('F23: a canary with mirror checks once before it gets any traffic', () => {
    const course = run({ stepWeight: 50, maxWeight: 50, mirror: true });
    expect(course.course.map((row) => [row.tick, row.weights.canary, row.routes?.includes('mirror to canary')])).toEqual([
      [1, 0, false],
      [2, 0, true],
      [3, 50, false],
      [4, 50, false],
      [5, 0, false],
      [6, 0, false],
    ]);
    expect(course.course[1]?.events).toContain('Advance podinfo.test canary weight 0');
    expect(course.course[2]?.checks?.length).toBe(2);
    const bad = run({ stepWeight: 50, mirror: true, threshold: 1 }, { new: { successRate: 0 } });
    expect(weights(bad)).toBe('100/0');
    expect(bad.end).toMatchObject({ what: 'rolledBack', tick: 4 });
  });

  test('F24: match with stepWeight: the weights are for those who match', () => {
    const course = run({ stepWeight: 50, match: MATCH }, { load: { matching: 10 } });
    expect(weights(course)).toBe('100/0 50/50 0/100 100/0');
    expect(course.course[1]?.newVersion).toBe(5);
  });

  test('F25: the kubernetes provider is always blue/green, without routes', () => {
    const course = run({ iterations: 2 }, {}, { provider: 'kubernetes' });
    expect(course.end).toMatchObject({ what: 'promoted', tick: 7 });
    expect(course.course.map((row) => row.iterations)).toEqual([0, 1, 2, 3, 3, 0, 0]);
    expect(weights(course)).toBe('100/0');
    const canary = run({ stepWeight: 10, match: MATCH }, {}, { provider: 'kubernetes' });
    expect(canary.end).toMatchObject({ what: 'promoted', tick: 15 });
    expect(canary.course[1]?.events).toContain('A/B testing is not supported when using the kubernetes provider');
  });

  test('F26: with the Gateway API a canary with mirror never gets past its mirror step', () => {
    const course = run({ stepWeight: 50, mirror: true }, {}, { provider: 'gatewayapi:v1' });
    expect(weights(course)).toBe('100/0');
    expect(course.course.at(-1)).toMatchObject({
      phase: 'Progressing',
      failedChecks: 0,
      events: expect.arrayContaining(['Starting canary analysis for podinfo.test']),
    });
    expect(course.end).toMatchObject({
      what: 'stuck',
      reason: 'With the Gateway API a canary with mirror never gets past its mirror step.',
    });
    expect(weights(run({ stepWeight: 50 }, {}, { provider: 'gatewayapi:v1' }))).toBe('100/0 50/50 0/100 100/0');
  });

  test('F32: confirm-promotion with iterations asks only every second tick', () => {
    const course = run(
      { iterations: 2, match: MATCH, webhooks: [hook('confirm-promotion')] },
      { gates: { 'confirm-promotion': { each: ['closed', 'closed', 'open'] } } },
    );
    const asked = course.course.filter((row) => row.checks?.some((check) => check.name === 'confirm-promotion')).map((row) => row.tick);
    expect(asked).toEqual([4, 6, 8]);
    expect(course.end.what).toBe('promoted');
    const blueGreen = run({ iterations: 1, webhooks: [hook('confirm-promotion')] }, { gates: { 'confirm-promotion': 'open' } });
    expect(
      blueGreen.course.filter((row) => row.checks?.some((check) => check.name === 'confirm-promotion')).map((row) => row.tick),
    ).toEqual([3, 4]);
  });
});
