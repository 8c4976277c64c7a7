import { Duration } from 'cdk8s';
import { Analysis, ArgoRollout, FlaggerRelease, Gate, Match, Metric, Route, Step, WeightedRelease } from 'cdk8s-progressive';

const analysis = Analysis.of(Metric.successRate({ min: 99 }));

/** What a strategy cannot do does not compile: `npm run types` fails when one of these lines does. Nothing runs them. */
export const IMPOSSIBLE: readonly (() => unknown)[] = [
  // @ts-expect-error iterations are for A/B tests and blue/green: a canary has weights
  () => FlaggerRelease.canary({ analysis, stepWeight: 20, iterations: 10 }),
  // @ts-expect-error an A/B test has no weights: header and weight together are WeightedRelease.onIstio or ArgoRollout.canary
  () => FlaggerRelease.abTest({ analysis, iterations: 10, matches: [Match.header('a').present()], stepWeight: 20 }),
  // @ts-expect-error Flagger's A/B test keeps no sessions: it would discard them
  () => FlaggerRelease.abTest({ analysis, iterations: 10, matches: [Match.header('a').present()], sessionAffinity: { cookieName: 'a' } }),
  // @ts-expect-error an A/B test without a match is blue/green
  () => FlaggerRelease.abTest({ analysis, iterations: 10 }),
  // @ts-expect-error a gate has an address
  () => Gate.confirmPromotion({}),
  // @ts-expect-error steps are of a canary
  () => ArgoRollout.blueGreen({ steps: [Step.setWeight(20)] }),
  // @ts-expect-error a metric has a threshold
  () => Metric.successRate({}),
  // @ts-expect-error durations have a unit
  () => Metric.latency({ max: 500 }),
  // @ts-expect-error a step is made by Step
  () => ArgoRollout.canary({ steps: [{ setWeight: 20 }] }),
  // @ts-expect-error a route leads to a version, not to a name
  () => WeightedRelease.onIstio({ routes: [Route.to('v2')] }),
  // @ts-expect-error an analysis is asked for, not a metric
  () => Step.analysis(Metric.restarts({ window: Duration.minutes(1) })),
];
