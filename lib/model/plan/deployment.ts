import type { Manifest } from '../../manifest/manifest';
import { type Amount, readAmount } from './amount';
import { at, boolean, number, pods } from './data';
import { idOf } from './objects';
import type { PlanBase, PlanProblem } from './types';

/** A Deployment's own strategy: a rolling update, or recreate. */
export interface DeploymentPlan extends PlanBase {
  readonly controller: 'deployment';
  readonly strategy: 'RollingUpdate' | 'Recreate';
  /** Default 25 %; a percentage rounds up. */
  readonly maxSurge: Amount;
  /** Default 25 %; a percentage rounds down. */
  readonly maxUnavailable: Amount;
  readonly minReadySeconds: number;
  /** Default 600. */
  readonly progressDeadlineSeconds: number;
  /** Whether the manifest itself states the deadline. */
  readonly deadlineStated: boolean;
  /** Whether the manifest itself states the number of replicas. */
  readonly replicasStated: boolean;
  readonly paused: boolean;
}

export const QUARTER: Amount = { percent: 25 };

function amountOf(value: unknown, path: string, problems: PlanProblem[]): Amount {
  if (value === undefined || value === null) return QUARTER;
  const amount = readAmount(value);
  if (!amount)
    problems.push({ path, message: `${JSON.stringify(value)} is neither a number of pods nor a percentage.`, effect: 'refused' });
  return amount ?? QUARTER;
}

export function deploymentPlan(manifest: Manifest): DeploymentPlan {
  const spec = at(manifest, 'spec');
  const problems: PlanProblem[] = [];
  const type = at(spec, 'strategy', 'type') ?? 'RollingUpdate';
  if (type !== 'RollingUpdate' && type !== 'Recreate')
    problems.push({
      path: 'spec.strategy.type',
      message: `${JSON.stringify(type)} is neither RollingUpdate nor Recreate.`,
      effect: 'refused',
    });
  const rolling = at(spec, 'strategy', 'rollingUpdate');
  const maxSurge = amountOf(at(rolling, 'maxSurge'), 'spec.strategy.rollingUpdate.maxSurge', problems);
  const maxUnavailable = amountOf(at(rolling, 'maxUnavailable'), 'spec.strategy.rollingUpdate.maxUnavailable', problems);
  const none = (amount: Amount) => ('pods' in amount ? amount.pods : amount.percent) === 0;
  if (type === 'RollingUpdate' && none(maxSurge) && none(maxUnavailable))
    problems.push({
      path: 'spec.strategy.rollingUpdate',
      message: 'maxSurge and maxUnavailable are both 0; one of them has to be above 0.',
      effect: 'refused',
    });
  const replicas = pods(at(spec, 'replicas'));
  const deadline = number(at(spec, 'progressDeadlineSeconds'));
  return {
    controller: 'deployment',
    object: idOf(manifest),
    service: manifest.metadata?.name ?? '',
    replicas: replicas ?? 1,
    replicasStated: replicas !== undefined,
    problems,
    assumptions: [],
    strategy: type === 'Recreate' ? 'Recreate' : 'RollingUpdate',
    maxSurge,
    maxUnavailable,
    minReadySeconds: Math.max(0, number(at(spec, 'minReadySeconds')) ?? 0),
    progressDeadlineSeconds: deadline ?? 600,
    deadlineStated: deadline !== undefined,
    paused: boolean(at(spec, 'paused')) ?? false,
  };
}
