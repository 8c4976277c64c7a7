import { rollout, ScenarioError } from '../../../lib/simulate/rollouts/rollout';
import { readScenario } from '../../../lib/simulate/rollouts/scenario/read';
import { valueAt } from '../../../lib/simulate/rollouts/scenario/series';
import { canary, deployment, hook } from './flagger/canary';
import { planFrom } from './support';

const plan = planFrom(canary({ stepWeight: 50, webhooks: [hook('confirm-promotion', 'gate')] }), deployment());

function problems(scenario: unknown): string[] {
  try {
    rollout(plan, undefined, scenario);
    return [];
  } catch (error) {
    if (error instanceof ScenarioError) return error.problems.map(({ path, message }) => `${path}: ${message}`);
    throw error;
  }
}

describe('scenarios', () => {
  test('all problems are told, with where they are', () => {
    expect(problems({ metrics: { nope: 1, also: 2 }, webhooks: { other: 'ok' }, events: [{ at: { tick: 1 }, do: 'promote' }] })).toEqual([
      'metrics.nope: Canary podinfo has no metric of this name; it has request-success-rate, request-duration.',
      'metrics.also: Canary podinfo has no metric of this name; it has request-success-rate, request-duration.',
      'webhooks.other: Canary podinfo has no webhook of this name or type; it has gate (confirm-promotion).',
      'events[0].do: promote is a command of Argo Rollouts; Canary podinfo has none.',
    ]);
  });

  test.each([
    [{ new: { ready: 'never', diesAfter: 5 } }, 'new.ready: The pods are never ready, and yet'],
    [
      {
        new: {
          successRate: [
            { tick: 3, value: 1 },
            { tick: 2, value: 2 },
          ],
        },
      },
      'new.successRate[1]: tick 2 does not come after 3',
    ],
    [
      {
        new: {
          successRate: [
            { tick: 3, value: 1 },
            { t: 40, value: 2 },
          ],
        },
      },
      'new.successRate: The points go by tick and t',
    ],
    [{ new: { down: [{ from: 5, to: 5 }] } }, 'new.down[0]: It ends (5 s) before it begins (5 s)'],
    [{ events: [{ at: { t: 1 }, do: 'scale' }] }, 'events[0].replicas: scale needs the number of replicas.'],
    [{ nonsense: 1 }, 'scenario: must NOT have additional properties "nonsense"; known fields: target, change'],
    [{ events: [{ at: { t: 1 }, do: 'jump' }] }, 'events[0].do: must be equal to one of the allowed values: release, restore'],
    [{ new: { ready: 2 } }, 'new.ready'],
    [{ new: { ready: 'sometimes' } }, 'new.ready: must be equal to one of the allowed values: always, never; or a share such as 0.5'],
    [
      { new: { readyAfter: '10 seconds' } },
      'new.readyAfter: "10 seconds" is no duration: write a number of seconds, or a text such as 1m30s',
    ],
    [{ new: { successRate: 105 } }, 'new.successRate: A success rate is a percentage: between 0 and 100.'],
    [{ new: { successRate: { cycle: [99, -1] } } }, 'new.successRate: A success rate is a percentage'],
    [{ old: { latency: [{ t: 0, value: -5 }] } }, 'old.latency: A latency is a number of milliseconds: not below 0.'],
    [
      { events: [{ at: '10s', do: 'release' }] },
      'events[0].at: must be object, and is "10s"; a moment is { tick: 4 } (of Flagger) or { t: 30s }',
    ],
    [{ load: { requestsPerSecond: 'lots' } }, 'load.requestsPerSecond: must be number, and is "lots"'],
    [[], 'scenario: must be object'],
  ])('%j', (scenario, message) => {
    expect(problems(scenario).join('\n')).toContain(message);
  });

  test('what is left out is a stated assumption', () => {
    const { assumptions } = rollout(plan, undefined, {});
    expect(assumptions).toEqual([
      "Flagger's first look comes one interval (10 s) after the change.",
      'webhook gate (confirm-promotion) is not in the scenario: it is taken to succeed.',
      'A pod is ready 1 s after its start, unless the scenario says otherwise.',
    ]);
  });

  test('a success rate that looks like a share is said to be taken as a percentage', () => {
    const said = 'A success rate of 0.95 is taken as 0.95 %: write 95 if a share was meant.';
    expect(rollout(plan, undefined, { new: { successRate: 0.95 } }).assumptions).toContain(said);
    expect(rollout(plan, undefined, { new: { successRate: 95 } }).assumptions).not.toContain(said);
    expect(rollout(plan, undefined, { new: { successRate: { cycle: [100, 0.5] } } }).assumptions.join()).not.toContain('a share');
  });

  test('what a gate is called by is where it stands', () => {
    expect(() => rollout(plan, undefined, { gates: { nope: 'closed' }, webhooks: { other: 'ok' } })).toThrow(
      /^webhooks\.other: .*\ngates\.nope: Canary/,
    );
  });

  test('series: always, points by time and by weight, each, cycle', () => {
    const { scenario } = readScenario({
      new: {
        successRate: [
          { weight: 0, value: 100 },
          { weight: 50, value: 80 },
        ],
        latency: { cycle: [1, 2] },
      },
      old: { latency: { each: [5, 6] }, successRate: [{ t: '1m', value: 9 }] },
    });
    const look = (more: object) => ({ tick: 0, t: 0, weight: 0, nth: 0, ...more });
    const [fresh, old] = [scenario?.versions.new, scenario?.versions.old];
    if (!fresh || !old) throw new Error('no scenario');
    expect([0, 49, 50].map((weight) => valueAt(fresh.successRate, look({ weight })))).toEqual([100, 100, 80]);
    expect([0, 1, 2].map((nth) => valueAt(fresh.latency, look({ nth })))).toEqual([1, 2, 1]);
    expect([0, 1, 2].map((nth) => valueAt(old.latency, look({ nth })))).toEqual([5, 6, 6]);
    expect(valueAt(old.successRate, look({ t: 0 }))).toBe(9);
  });

  test('a change given beside the scenario goes before its own', () => {
    expect(rollout(plan, { image: false, replicas: 3 }, { change: { image: true } }).end.what).toBe('unchanged');
  });

  test('of several plans the one that is meant', () => {
    const other = planFrom({ ...deployment(), metadata: { name: 'other' } });
    expect(rollout([other, plan], undefined, {}).end.tick).toBe(6);
    expect(rollout({ plans: [other, plan] }, undefined, { target: 'other' }).end.phase).toBe('Complete');
    expect(() => rollout([other, plan], undefined, { target: 'nope' })).toThrow(
      'There is no rollout named "nope"; there are other, podinfo.',
    );
  });

  test('until ends the course', () => {
    expect(rollout(plan, undefined, { until: '25s' })).toMatchObject({ end: { what: 'unfinished', tick: 2 }, course: { length: 2 } });
  });
});
