import { DisruptionBudget, Parameter, type VersionOptions } from 'cdk8s-progressive';
import { at, objectOf, objectsOf, problemsOf, text, withVersion, yaml } from '../support/chart';

const budgetsOf = (options: VersionOptions) =>
  objectsOf(withVersion(options)).filter(({ manifest }) => manifest.kind === 'PodDisruptionBudget');

test('several pods: one at a time', () => {
  expect(yaml(objectOf('PodDisruptionBudget', withVersion({ replicas: 2 })))).toBe(
    text(`
      apiVersion: policy/v1
      kind: PodDisruptionBudget
      metadata:
        name: reviews
        namespace: shop
        labels:
          app: reviews
          app.kubernetes.io/name: reviews
      spec:
        maxUnavailable: 1
        selector:
          matchLabels:
            app: reviews
      `),
  );
});

test('one pod, which a budget would hold for ever: none', () => {
  expect(budgetsOf({})).toEqual([]);
  expect(budgetsOf({ autoscaling: { minReplicas: 1, maxReplicas: 3 } })).toEqual([]);
  expect(budgetsOf({ replicas: Parameter.integer('reviews.replicas', { defaultValue: 1 }) })).toHaveLength(1);
});

test('as stated', () => {
  const spec = (disruptionBudget: DisruptionBudget) => at(budgetsOf({ replicas: 3, disruptionBudget })[0], 'manifest', 'spec');
  expect(spec(DisruptionBudget.minAvailable('50%'))).toMatchObject({ minAvailable: '50%' });
  expect(spec(DisruptionBudget.minAvailable(2))).toMatchObject({ minAvailable: 2 });
  expect(spec(DisruptionBudget.maxUnavailable(2))).toMatchObject({ maxUnavailable: 2 });
  expect(budgetsOf({ replicas: 3, disruptionBudget: DisruptionBudget.none() })).toEqual([]);
});

test.each([
  [3, DisruptionBudget.minAvailable(3), 'minAvailable 3 lets none of 3 pod(s) go'],
  [1, DisruptionBudget.minAvailable('50%'), 'minAvailable 50% lets none of 1 pod(s) go'],
  [3, DisruptionBudget.minAvailable('100%'), 'minAvailable 100% lets none of 3 pod(s) go'],
  [3, DisruptionBudget.maxUnavailable(0), 'maxUnavailable 0 lets none of 3 pod(s) go'],
])('with %d pods, a budget that blocks every drain', (replicas, disruptionBudget, problem) => {
  expect(problemsOf(withVersion({ replicas, disruptionBudget }))).toEqual([
    `shop/reviews: version 'v1': disruptionBudget.${problem}, so that a node can never be drained; use DisruptionBudget.maxUnavailable(1), or none().`,
  ]);
});

test('neither a number nor a percentage', () => {
  expect(problemsOf(withVersion({ replicas: 3, disruptionBudget: DisruptionBudget.maxUnavailable('1/2') }))).toEqual([
    "shop/reviews: version 'v1': disruptionBudget.maxUnavailable '1/2' is neither a whole number nor a percentage such as 50%.",
  ]);
});
