import { Duration } from 'cdk8s';
import type { Microservice } from '../../service/microservice';
import { bounds } from '../support/bounds';
import { abMatchProblems, onlyOneOf } from './match';
import type { FlaggerPlan } from './plan';
import type { FlaggerProps } from './props';
import { FlaggerProvider } from './provider';
import { providerProblems } from './provider-problems';

/** What Flagger refuses, drops or never ends with, and what to state instead. */
export function flaggerProblems(service: Microservice, props: FlaggerProps, plan: FlaggerPlan): string[] {
  const at = `FlaggerRelease.${plan.name}`;
  return [...commonProblems(props, plan), ...weightProblems(plan), ...providerProblems(service, props, plan)].map((problem) =>
    problem.startsWith('FlaggerRelease') ? problem : `${at}: ${problem}`,
  );
}

function commonProblems(props: FlaggerProps, plan: FlaggerPlan): string[] {
  const problems: string[] = [];
  const { analysis, skipAnalysis, delegation, hosts, gateways } = props;
  const interval = props.interval ?? Duration.minutes(1);
  if (interval.toMilliseconds() < 10_000)
    problems.push(
      `interval is ${interval.toMilliseconds() / 1000} s; Flagger looks every 10 s at most, so state Duration.seconds(10) or more.`,
    );
  problems.push(...bounds('threshold', props.threshold, 1, 1000));
  if (!skipAnalysis && (analysis === undefined || analysis._metrics.length + analysis._webhooks.length + analysis._loadTests.length === 0))
    problems.push(
      'no analysis is stated, so every version would be promoted; state analysis: Analysis.of(Metric.successRate({ min: 99 })), or skipAnalysis: true.',
    );
  const hooks = (analysis?._loadTests.map((test) => test._timeout ?? Duration.seconds(5)) ?? []).concat(
    analysis?._webhooks.filter((hook) => hook._type === 'rollout').map((hook) => hook._props.timeout ?? Duration.seconds(10)) ?? [],
  );
  const total = hooks.reduce((sum, timeout) => sum + timeout.toMilliseconds(), 0);
  if (total >= interval.toMilliseconds())
    problems.push(
      `the rollout webhooks and load tests may take ${total / 1000} s together, which the interval of ${interval.toMilliseconds() / 1000} s does not leave; lower their timeout or raise interval.`,
    );
  if (delegation && (hosts || gateways))
    problems.push(
      'delegation goes without hosts and gateways: the root VirtualService that delegates has them; leave them out, or delegation.',
    );
  if ((props.progressDeadline?.toSeconds() ?? 1) < 1) problems.push('progressDeadline is 0 s; allowed are durations from 1 second on.');
  const { primaryMinReplicas, primaryMaxReplicas } = props;
  problems.push(...bounds('primaryMinReplicas', primaryMinReplicas, 1), ...bounds('primaryMaxReplicas', primaryMaxReplicas, 1));
  if (typeof primaryMinReplicas === 'number' && typeof primaryMaxReplicas === 'number' && primaryMinReplicas > primaryMaxReplicas)
    problems.push(`primaryMinReplicas ${primaryMinReplicas} is above primaryMaxReplicas ${primaryMaxReplicas}; exchange them.`);
  for (const name of ['primaryReadyThreshold', 'canaryReadyThreshold'] as const) problems.push(...bounds(name, props[name], 1, 100));
  const provider = props.provider ?? FlaggerProvider.ISTIO;
  for (const match of plan.matches ?? []) problems.push(...abMatchProblems(match, provider));
  if (provider === FlaggerProvider.NGINX) problems.push(...onlyOneOf(plan.matches ?? []));
  if (plan.matches?.length === 0)
    problems.push('matches is empty, so nobody would reach the new version; state a match, or use FlaggerRelease.blueGreen.');
  return problems;
}

function weightProblems(plan: FlaggerPlan): string[] {
  const { stepWeight, stepWeights, maxWeight, iterations, stepWeightPromotion, mirrorWeight, mirror, sessionAffinity } = plan;
  const problems = [
    ...bounds('stepWeight', stepWeight, 1, 100),
    ...bounds('maxWeight', maxWeight, 1, 100),
    ...bounds('stepWeightPromotion', stepWeightPromotion, 1, 100),
    ...bounds('mirrorWeight', mirrorWeight, 1, 100),
    ...bounds('iterations', iterations, 1, 10_000),
    ...(stepWeights ?? []).flatMap((weight, index) => bounds(`stepWeights[${index}]`, weight, 1, 100)),
  ];
  if (plan.name === 'canary' && (stepWeight === undefined) === (stepWeights === undefined))
    problems.push(
      `${stepWeight === undefined ? 'neither stepWeight nor stepWeights is stated' : 'stepWeight and stepWeights are both stated'}; state exactly one of them.`,
    );
  if (stepWeights?.length === 0) problems.push('stepWeights is empty; state weights such as [10, 30, 60].');
  const falls = stepWeights?.findIndex((weight, index) => index > 0 && weight <= (stepWeights[index - 1] ?? 0)) ?? -1;
  if (falls > 0)
    problems.push(
      `stepWeights[${falls}] is ${stepWeights?.[falls]} after ${stepWeights?.[falls - 1]}; Flagger would stay there for ever. State weights that rise, or use ArgoRollout.canary, whose weights may fall.`,
    );
  if (stepWeights && maxWeight !== undefined)
    problems.push('maxWeight has no effect beside stepWeights, whose last element is the maximum; leave it out.');
  if (typeof stepWeight === 'number' && typeof maxWeight === 'number' && stepWeight > maxWeight)
    problems.push(
      `stepWeight is ${stepWeight}, above maxWeight ${maxWeight}, so the first step would already exceed it; lower stepWeight.`,
    );
  if (mirrorWeight !== undefined && !mirror) problems.push('mirrorWeight has no effect without mirror: true.');
  for (const name of [sessionAffinity?.cookieName, sessionAffinity?.primaryCookieName])
    if (name !== undefined && !/^[\w!#$%&'*+.^`|~-]+$/.test(name))
      problems.push(`sessionAffinity: the cookie's name is '${name}'; allowed are letters, digits and !#$%&'*+-.^_\`|~, at least one.`);
  if (sessionAffinity && sessionAffinity.cookieName === sessionAffinity.primaryCookieName)
    problems.push(`sessionAffinity: cookieName and primaryCookieName are both '${sessionAffinity.cookieName}'; give them two names.`);
  return problems;
}
