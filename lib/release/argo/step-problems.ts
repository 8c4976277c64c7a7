import type { Duration } from 'cdk8s';
import { type NumberParameter, ParameterType } from '../../parameters/parameter';
import { experimentProblems } from './experiment-problems';
import { routeStepProblems, writtenRoutes } from './route-step-problems';
import type { CanaryScale, Step, StepAction } from './step';
import type { ArgoTraffic } from './traffic';

/** What Argo Rollouts refuses, drops or silently leaves out in a list of steps. */
export function stepProblems(steps: readonly Step[], traffic: ArgoTraffic | undefined): string[] {
  const actions = steps.map(({ _action }) => _action);
  return actions.flatMap((action, index) => {
    const problems = actionProblems(action, actions.slice(0, index), traffic);
    if (!traffic && NEED_TRAFFIC.includes(action.kind))
      problems.push(`${action.kind} needs traffic routing; state traffic: ArgoTraffic.istio() or the like.`);
    return problems.map((problem) => `steps[${index}]: ${problem}`);
  });
}

const NEED_TRAFFIC: readonly string[] = ['setCanaryScale', 'setHeaderRoute', 'setMirrorRoute'];

function actionProblems(action: StepAction, before: readonly StepAction[], traffic: ArgoTraffic | undefined): string[] {
  switch (action.kind) {
    case 'setWeight':
      return weightProblems(action.weight);
    case 'pause':
      return pauseProblems(action.duration);
    case 'setCanaryScale':
      return scaleProblems(action.scale);
    case 'setHeaderRoute':
    case 'setMirrorRoute':
      return routeStepProblems(action, { written: writtenRoutes(before), pods: before.some(makesPods), traffic });
    case 'analysis':
      return action.analyses.length > 0 ? [] : ['analysis: no analysis is stated; state one: Step.analysis(Analysis.of(...)).'];
    case 'experiment':
      return experimentProblems(action.experiment, traffic);
    case 'plugin':
      return action.name === '' ? ["plugin: the name is empty; state it as the controller knows it: 'argoproj-labs/step-exec'."] : [];
    default:
      return [];
  }
}

/** Whether the new version has pods from this step on. */
function makesPods(action: StepAction): boolean {
  return action.kind === 'setCanaryScale' || (action.kind === 'setWeight' && (typeof action.weight !== 'number' || action.weight > 0));
}

function pauseProblems(duration: Duration | undefined): string[] {
  const seconds = duration === undefined ? 1 : duration.toMilliseconds() / 1000;
  return seconds >= 1 && Number.isInteger(seconds)
    ? []
    : [`pause is ${seconds} s; Argo Rollouts counts whole seconds, from 1 on, and would leave out the rest.`];
}

function weightProblems(weight: number | NumberParameter): string[] {
  if (typeof weight === 'number')
    return Number.isInteger(weight) && weight >= 0 && weight <= 100
      ? []
      : [`setWeight is ${weight}; allowed are whole numbers from 0 to 100.`];
  return weight.type === ParameterType.PERCENT
    ? []
    : [
        `setWeight is the parameter '${weight.name}' of type ${weight.type}; allowed are percentages: Parameter.percent('${weight.name}', ...).`,
      ];
}

function scaleProblems(scale: CanaryScale): string[] {
  const stated = Object.entries(scale).filter(([, value]) => value !== undefined);
  const [only] = stated;
  if (only === undefined || stated.length > 1)
    return [
      `setCanaryScale: ${only === undefined ? 'nothing is' : `${stated.map(([name]) => name).join(' and ')} are`} stated; state exactly one of replicas, weight and matchTrafficWeight.`,
    ];
  const [name, value] = only;
  const most = name === 'weight' ? 100 : Number.POSITIVE_INFINITY;
  return typeof value === 'number' && !(Number.isInteger(value) && value >= 0 && value <= most)
    ? [`setCanaryScale: ${name} is ${value}; allowed are whole numbers from 0 ${name === 'weight' ? 'to 100' : 'on'}.`]
    : [];
}
