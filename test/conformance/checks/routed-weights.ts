import { Match, Microservice, Parameter, Route, WeightedRelease } from '../../../lib';
import { type Check, equal, none, refused } from '../harness/check';
import { emit } from '../harness/emit';
import type { MeshRequest } from '../harness/mesh';
import { askEnvoy, disagreements } from '../harness/routing';
import { versions } from '../harness/versions';

/** Testers by header and insiders by cookie reach v2; everyone else by weight. */
const reviews = (weight: number) =>
  emit(
    'shop',
    (chart) => {
      const service = new Microservice(chart, 'reviews', { port: 80, containerPort: 8080 });
      const [v1, v2] = [service.addVersion('v1', { image: 'reviews:1' }), service.addVersion('v2', { image: 'reviews:2' })];
      const split = Route.split(v1.rest(), v2.weight(Parameter.percent('reviews.v2.weight', { defaultValue: 0 })));
      const testers = Route.when(Match.header('x-group').exact('test')).to(v2);
      const insiders = Route.when(Match.cookie('user').exact('insider')).to(v2);
      service.release(WeightedRelease.onIstio({ routes: [testers, insiders, split] }));
    },
    { 'reviews.v2.weight': weight },
  );

const ask = (id: string, headers: Record<string, string> = {}): MeshRequest => ({
  id,
  from: 'mesh:shop/web',
  host: 'reviews',
  path: '/',
  headers,
});
const REQUESTS = [
  ask('everyone'),
  ask('a tester', { 'x-group': 'test' }),
  ask('nearly a tester', { 'x-group': 'tester' }),
  ask('an insider', { cookie: 'lang=en; user=insider; a=b' }),
  ask('nearly an insider', { cookie: 'xuser=insider; user=insiders' }),
];
const [V1, V2] = ['200 shop/reviews:80 v1', '200 shop/reviews:80 v2'];

/** The wanted answers for a weight of v2. */
const wanted = (everyone: string[]) => ({
  everyone,
  'a tester': [`1 ${V2}`],
  'nearly a tester': everyone,
  'an insider': [`1 ${V2}`],
  'nearly an insider': everyone,
});

const STEPS: readonly [string, number, string[]][] = [
  ['before', 0, [`1 ${V1}`]],
  ['80/20', 20, [`0.8 ${V1}`, `0.2 ${V2}`]],
  ['one in a hundred', 1, [`0.99 ${V1}`, `0.01 ${V2}`]],
  ['everything to v2', 100, [`1 ${V2}`]],
  ['everything back', 0, [`1 ${V1}`]],
];

export const check: Check = {
  name: 'routed-weights',
  title: 'a weighted release sends testers, insiders and exact shares of everyone else where the library says, forward and back',
  needs: ['istiosim', 'envoy'],
  async run(context) {
    const sets = STEPS.map(([, weight]) => ({ objects: reviews(weight), requests: REQUESTS }));
    const answers = await askEnvoy(sets);
    STEPS.forEach(([step, , everyone], i) => {
      const [set, answered] = [sets[i], answers[i]];
      if (!set || !answered) return;
      const right = equal(context, step, Object.fromEntries(answered.texts), wanted(everyone));
      const same = none(context, `${step}: the library foretells it`, disagreements(set, answered).problems);
      context.verified({
        strategy: 'weighted release on Istio',
        program: 'istio and envoy',
        version: `${versions.istio}, ${versions.envoy}`,
        shown: step,
        passed: right && same,
      });
    });
    const [before] = sets;
    if (before && answers[1])
      refused(
        context,
        'manifests of other weights than those that Envoy has',
        disagreements(before, answers[1]).problems,
        /^everyone: Envoy 0.8/,
      );
  },
};
