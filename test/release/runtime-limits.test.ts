import { Duration } from 'cdk8s';
import { Analysis, ArgoRollout, BlueGreen, KnativeRelease, Match, Metric, Step } from 'cdk8s-progressive';
import { problemsOf } from '../support/chart';
import { released, type Strategy } from './support';

// What the controllers take, and then drop or fail over in the middle of a release.
const measured =
  (metric: Metric): Strategy =>
  () =>
    ArgoRollout.canary({ steps: [Step.analysis(Analysis.of(metric))] });
const names = (placeholder: string) =>
  `shop/reviews: metric 'smoke': it names {{${placeholder}}}; known are {{namespace}}, {{service}}, {{interval}}, {{pods}} and {{args.NAME}}.`;

test.each<[string, Strategy, string]>([
  [
    'a placeholder in the command of a Job, over which Argo Rollouts fails',
    measured(Metric.job({ name: 'smoke', image: 'curl:8', command: ['curl', 'http://{{ host }}/'] })),
    names('host'),
  ],
  [
    'a placeholder in a header',
    measured(Metric.web({ name: 'smoke', url: 'http://a/', expected: 'ok', headers: { authorization: 'Bearer {{token}}' } })),
    names('token'),
  ],
  [
    'a pause of parts of a second',
    () => ArgoRollout.canary({ steps: [Step.setWeight(20), Step.pause(Duration.millis(1500))] }),
    'shop/reviews: ArgoRollout.canary: steps[1]: pause is 1.5 s; Argo Rollouts counts whole seconds, from 1 on, and would leave out the rest.',
  ],
  [
    'one version as two',
    (v1) => new BlueGreen({ active: v1, preview: v1 }),
    "shop/reviews: BlueGreen: active and preview are both 'v1'; state two versions, or use Recreate.",
  ],
])('%s', (_, strategy, problem) => {
  expect(problemsOf(released(strategy))).toEqual([problem]);
});

test('what the placeholders of a Job stand for', () => {
  const command = ['curl', 'http://{{service}}.{{namespace}}/'];
  expect(problemsOf(released(measured(Metric.job({ name: 'smoke', image: 'curl:8', command }))))).toEqual([]);
});

test('Knative serves one port', () => {
  const ports = [{ port: 80 }, { port: 9090, name: 'http-metrics' }];
  expect(problemsOf(released(() => new KnativeRelease(), {}, { ports }))).toEqual([
    'shop/reviews: Knative serves one port, and the service states 2; leave out http-metrics, or release without Knative.',
  ]);
});

test('a cookie that no browser sends', () => {
  expect(() => Match.cookie('a b')).toThrow("Match.cookie('a b'): a name of a cookie is letters, digits and ");
});
