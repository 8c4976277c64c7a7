import { type Check, type Context, type Controllers, equal, refused } from '../harness/check';
import { replaced, unlike } from '../harness/faults';
import { foretoldCourse } from '../harness/library';
import { inParallel } from '../harness/process';
import type { Measurement } from '../harness/prometheus';
import { play } from '../harness/scenario';
import { versions } from '../harness/versions';
import { released, type Strategy } from '../sets/strategies';

interface Case {
  readonly strategy: Strategy;
  readonly when: string;
  readonly measure?: (query: string) => Measurement;
  readonly webhooks?: Readonly<Record<string, (call: number) => number>>;
  /** The same for the library: a scenario of `progressive simulate`. */
  readonly scenario: object;
  readonly end: 'Succeeded' | 'Failed';
  /** Weights of the rule that Flagger moves, the primary first. */
  readonly weights: readonly string[];
}

const bad = () => 80;
const badScenario = { new: { successRate: 80 } };
const opensAt = (call: number) => (now: number) => (now < call ? 403 : 200);
const errors = (rate: number) => (query: string) => (/errors_total/.test(query) ? rate : 100);

const CASES: readonly Case[] = [
  { strategy: 'flagger-canary', when: 'good', scenario: {}, end: 'Succeeded', weights: ['100/0', '75/25', '50/50', '100/0'] },
  { strategy: 'flagger-canary', when: 'bad', measure: bad, scenario: badScenario, end: 'Failed', weights: ['100/0', '75/25', '100/0'] },
  { strategy: 'flagger-ab-test', when: 'good', scenario: {}, end: 'Succeeded', weights: ['100/0', '0/100', '100/0'] },
  { strategy: 'flagger-ab-test', when: 'bad', measure: bad, scenario: badScenario, end: 'Failed', weights: ['100/0', '0/100', '100/0'] },
  { strategy: 'flagger-blue-green', when: 'good', scenario: {}, end: 'Succeeded', weights: ['100/0', '0/100', '100/0'] },
  { strategy: 'flagger-blue-green', when: 'bad', measure: bad, scenario: badScenario, end: 'Failed', weights: ['100/0'] },
  {
    strategy: 'flagger-gates',
    when: 'gates open late',
    webhooks: { begin: opensAt(2), end: opensAt(2) },
    scenario: { webhooks: { 'confirm-rollout': { each: [403, 403, 'ok'] }, 'confirm-promotion': { each: [403, 403, 'ok'] } } },
    end: 'Succeeded',
    weights: ['100/0', '50/50', '100/0'],
  },
  {
    strategy: 'flagger-gates',
    when: 'the hook before it fails',
    webhooks: { smoke: () => 500 },
    scenario: { webhooks: { 'pre-rollout': 'fails' } },
    end: 'Failed',
    weights: ['100/0'],
  },
  {
    strategy: 'flagger-template',
    when: 'few errors',
    measure: errors(1),
    scenario: { metrics: { errors: 1 } },
    end: 'Succeeded',
    weights: ['100/0', '75/25', '50/50', '100/0'],
  },
  {
    strategy: 'flagger-template',
    when: 'many errors',
    measure: errors(9),
    scenario: { metrics: { errors: 9 } },
    end: 'Failed',
    weights: ['100/0', '75/25', '100/0'],
  },
];

const moved = (states: readonly string[]) => states.map((state) => state.split(' ')[0]); // of an A/B test, the rule of the testers comes first

/** A Canary that takes less success than the one that was foretold. */
async function tolerant(context: Context, controllers: Controllers): Promise<void> {
  const [objects, second] = [released('flagger-canary', 'v1'), released('flagger-canary', 'v2')].map((set) =>
    replaced(set, '"min":99', '"min":50'),
  );
  if (!objects) return;
  const { states } = await play(controllers, { name: 'flagger-tolerant', objects, second, measure: bad });
  const { weights } = foretoldCourse(released('flagger-canary', 'v1'), badScenario);
  refused(context, 'a Canary that takes 50 % of success', unlike(weights, moved(states('VirtualService web'))), /seen .*"50\/50"/);
}

export const check: Check = {
  name: 'released-flagger',
  title:
    'Flagger takes canaries, A/B tests and blue/green releases to the second version, and back when metrics, hooks or gates say so, as foretold',
  needs: ['cluster'],
  async run(context) {
    const controllers = await context.controllers();
    const one = async ({ strategy, when, measure = () => 100, webhooks, scenario, end, weights }: Case, i: number) => {
      const what = `${strategy}, ${when}`;
      const objects = released(strategy, 'v1');
      const { second, states } = await play(controllers, {
        name: `${strategy}-${i}`,
        objects,
        second: released(strategy, 'v2'),
        measure,
        webhooks,
      });
      const results = [
        equal(context, `${what}: end`, second, [`Canary web: ${end}`]),
        equal(context, `${what}: weights`, moved(states('VirtualService web')), weights),
        equal(context, `${what}: foretold`, foretoldCourse(objects, scenario), {
          weights,
          end: end === 'Succeeded' ? 'promoted' : 'rolledBack',
        }),
      ];
      context.verified({
        strategy,
        program: 'flagger',
        version: versions.flagger,
        shown: `${when}: ${end === 'Succeeded' ? 'promoted' : 'rolled back'}`,
        passed: results.every(Boolean),
      });
    };
    // Flagger handles some ten changes a second
    await Promise.all([inParallel(CASES, 3, one), tolerant(context, controllers)]);
  },
};
