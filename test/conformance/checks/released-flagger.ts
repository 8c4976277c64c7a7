import { type Check, equal } from '../harness/check';
import { inParallel } from '../harness/process';
import type { Measurement } from '../harness/prometheus';
import { play } from '../harness/scenario';
import { readSet } from '../harness/sets';
import { versions } from '../harness/versions';

interface Case {
  readonly set: string;
  readonly strategy: string;
  readonly measure: (query: string) => Measurement;
  readonly webhooks?: Readonly<Record<string, (call: number) => number>>;
  readonly end: 'Succeeded' | 'Failed';
  /** States of the VirtualService: the weights of each rule; primary first. */
  readonly weights: readonly string[];
}

const good = () => 100;
const bad = () => 80;
const opensAt = (call: number) => (now: number) => (now < call ? 403 : 200);

// A/B: the rule of everyone else has the primary alone; Flagger writes its weight as 0 meanwhile, which Istio ignores.
const CASES: readonly Case[] = [
  { set: 'flagger-canary', strategy: 'Flagger canary', measure: good, end: 'Succeeded', weights: ['100/0', '75/25', '50/50', '100/0'] },
  { set: 'flagger-canary', strategy: 'Flagger canary', measure: bad, end: 'Failed', weights: ['100/0', '75/25', '100/0'] },
  { set: 'flagger-ab', strategy: 'Flagger A/B test', measure: good, end: 'Succeeded', weights: ['100/0 100', '0/100 0', '100/0 100'] },
  { set: 'flagger-ab', strategy: 'Flagger A/B test', measure: bad, end: 'Failed', weights: ['100/0 100', '0/100 0', '100/0 100'] },
  { set: 'flagger-blue-green', strategy: 'Flagger blue/green', measure: good, end: 'Succeeded', weights: ['100/0', '0/100', '100/0'] },
  { set: 'flagger-blue-green', strategy: 'Flagger blue/green', measure: bad, end: 'Failed', weights: ['100/0'] },
  {
    set: 'flagger-gates',
    strategy: 'Flagger canary with gates',
    measure: good,
    webhooks: { begin: opensAt(2), end: opensAt(2) },
    end: 'Succeeded',
    weights: ['100/0', '50/50', '100/0'],
  },
  {
    set: 'flagger-gates',
    strategy: 'Flagger canary with a failing hook',
    measure: good,
    webhooks: { smoke: () => 500 },
    end: 'Failed',
    weights: ['100/0'],
  },
  {
    set: 'flagger-template',
    strategy: 'Flagger canary with a MetricTemplate',
    measure: (query) => (/errors_total/.test(query) ? 1 : 100),
    end: 'Succeeded',
    weights: ['100/0', '75/25', '50/50', '100/0'],
  },
  {
    set: 'flagger-template',
    strategy: 'Flagger canary with a MetricTemplate',
    measure: (query) => (/errors_total/.test(query) ? 9 : 100),
    end: 'Failed',
    weights: ['100/0', '75/25', '100/0'],
  },
];

export const check: Check = {
  name: 'released-flagger',
  title: 'Flagger takes canaries, A/B tests and blue/green releases to the second version, and back when metrics, hooks or gates say so',
  needs: ['cluster'],
  async run(context) {
    const controllers = await context.controllers();
    const one = async ({ set, strategy, measure, webhooks, end, weights }: Case, i: number) => {
      const what = `${strategy}, ${end}`;
      const { second, states } = await play(controllers, { name: `${set}-${i}`, objects: readSet(set), measure, webhooks });
      const ended = equal(context, `${what}: end`, second, [`Canary web: ${end}`]);
      const moved = equal(context, `${what}: weights`, states('VirtualService web'), weights);
      const shown = end === 'Succeeded' ? 'first to second version' : 'back to the first version';
      context.verified({ strategy, program: 'flagger', version: versions.flagger, shown, passed: ended && moved });
    };
    await inParallel(CASES, 3, one); // Flagger handles some ten changes a second
  },
};
