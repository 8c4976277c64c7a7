import type { Microservice } from '../../service/microservice';
import { isHttp } from '../../service/ports';
import { amountProblem } from '../rolling-update';
import { bounds } from '../support/bounds';
import type { ArgoBlueGreenProps, ArgoCanaryProps, ArgoProps } from './props';
import { stepProblems } from './step-problems';
import { trafficProblems } from './traffic-problems';

/** What Argo Rollouts refuses or drops in a canary, and what to state instead. */
export function canaryProblems(service: Microservice, props: ArgoCanaryProps): string[] {
  const {
    steps = [],
    traffic,
    maxSurge = 1,
    maxUnavailable = 0,
    dynamicStableScale,
    minPodsPerReplicaSet,
    scaleDownDelay,
    startingStep,
  } = props;
  const problems = [...commonProblems(props), ...stepProblems(steps, traffic), ...(traffic ? trafficProblems(traffic) : [])];
  problems.push(...amountProblems({ maxSurge, maxUnavailable }), ...bounds('minPodsPerReplicaSet', minPodsPerReplicaSet, 1));
  if (isZero(maxSurge) && isZero(maxUnavailable))
    problems.push(
      'maxSurge and maxUnavailable are both 0, so no pod could ever be replaced; set maxSurge or maxUnavailable to at least 1.',
    );
  if (!traffic)
    for (const [name, value] of Object.entries({ dynamicStableScale, minPodsPerReplicaSet, scaleDownDelay }))
      if (value !== undefined && value !== false)
        problems.push(`${name} needs traffic routing; state traffic: ArgoTraffic.istio() or the like, or leave it out.`);
  if (dynamicStableScale && scaleDownDelay)
    problems.push('dynamicStableScale and scaleDownDelay exclude each other: the old version has shrunk already; leave one out.');
  if (startingStep !== undefined && !(Number.isInteger(startingStep) && startingStep >= 0 && startingStep < Math.max(1, steps.length)))
    problems.push(`startingStep is ${startingStep}; there are the steps 0 to ${Math.max(0, steps.length - 1)}.`);
  if (startingStep !== undefined && !props.analysis)
    problems.push('startingStep has no effect without analysis; state analysis, or leave it out.');
  if (traffic && !service.hasService)
    problems.push('the service has no port, so there are no requests to move; leave traffic out, or state a port.');
  const [main] = service._ports;
  if (traffic && traffic._kind.kind !== 'plugin' && main && !isHttp(main.protocol))
    problems.push(
      `the main port '${main.name}' speaks ${main.protocol}, and the routes of traffic are for HTTP; put an HTTP port first, or leave traffic out: then weights are shares of the pods.`,
    );
  return problems;
}

/** What Argo Rollouts refuses or drops in a blue/green release, and what to state instead. */
export function blueGreenProblems(service: Microservice, props: ArgoBlueGreenProps): string[] {
  const { autoPromotion, autoPromotionAfter, previewReplicas, scaleDownDelayRevisionLimit, revisionHistoryLimit } = props;
  const problems = [...commonProblems(props), ...amountProblems({ maxUnavailable: props.maxUnavailable })];
  if (autoPromotion === false && autoPromotionAfter)
    problems.push('autoPromotion is false, so autoPromotionAfter has no effect; leave one of them out.');
  problems.push(...bounds('previewReplicas', previewReplicas, 1));
  if (scaleDownDelayRevisionLimit !== undefined && scaleDownDelayRevisionLimit > (revisionHistoryLimit ?? 10))
    problems.push(
      `scaleDownDelayRevisionLimit ${scaleDownDelayRevisionLimit} is above revisionHistoryLimit ${revisionHistoryLimit ?? 10}; lower the one or raise the other.`,
    );
  if (!service.hasService)
    problems.push('the service has no port, and a blue/green release switches a Service; use ArgoRollout.canary, or state a port.');
  return problems;
}

function commonProblems({ progressDeadline, minReady, rollbackWindow, ...props }: ArgoProps): string[] {
  const problems = [
    ...bounds('revisionHistoryLimit', props.revisionHistoryLimit, 0),
    ...bounds('scaleDownDelayRevisionLimit', props.scaleDownDelayRevisionLimit, 0),
  ];
  const deadline = progressDeadline?.toSeconds() ?? 600;
  const ready = minReady?.toSeconds() ?? 0;
  if (deadline <= ready) problems.push(`progressDeadline is ${deadline} s and minReady ${ready} s; the deadline must be the longer.`);
  if (rollbackWindow !== undefined && !(Number.isInteger(rollbackWindow) && rollbackWindow > 0))
    problems.push(`rollbackWindow is ${rollbackWindow}; allowed are whole numbers of versions from 1 on.`);
  return problems;
}

function amountProblems(amounts: { readonly [field: string]: number | string | undefined }): string[] {
  return Object.entries(amounts).flatMap(([field, amount]) => {
    const wrong = amount === undefined ? undefined : amountProblem(field, amount);
    return wrong ? [`${field} ${amount} ${wrong}`] : [];
  });
}

function isZero(amount: number | string): boolean {
  return amount === 0 || amount === '0' || amount === '0%';
}
