import type { Microservice } from '../service/microservice';
import { addCurrentDeployment, addSharedService } from '../service/workloads';
import { requireShape } from '../shapes/shapes';
import type { IRelease } from './release';

/** How many pods are exchanged at a time. Becomes `spec.strategy.rollingUpdate` of the Deployment. */
export interface RollingUpdateProps {
  /** How many pods may be added at a time; a number, or a percentage of the replicas such as `25%`, rounded up. Default: 1. */
  readonly maxSurge?: number | string;
  /** How many pods may be missing at a time; a percentage is rounded down. Default: 0, so that capacity never falls. */
  readonly maxUnavailable?: number | string;
}

/**
 * Pods of the current version are replaced by pods of the next, a few at a time, as they become ready. Becomes `spec.strategy` of one
 * Deployment. See https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#rolling-update-deployment
 */
export class RollingUpdate implements IRelease {
  private readonly maxSurge: number | string;
  private readonly maxUnavailable: number | string;

  public constructor(props: RollingUpdateProps = {}) {
    requireShape('RollingUpdateProps', props, 'new RollingUpdate()');
    this.maxSurge = props.maxSurge ?? 1;
    this.maxUnavailable = props.maxUnavailable ?? 0;
  }

  public bind(service: Microservice): void {
    if (isZero(this.maxSurge) && isZero(this.maxUnavailable)) {
      service.addProblem(
        'RollingUpdate: maxSurge and maxUnavailable are both 0, so no pod could ever be replaced; set maxSurge to at least 1, or maxUnavailable to at least 1.',
      );
    }
    for (const [field, amount] of Object.entries({ maxSurge: this.maxSurge, maxUnavailable: this.maxUnavailable })) {
      const wrong = amountProblem(field, amount);
      if (wrong) service.addProblem(`RollingUpdate: ${field} ${amount} ${wrong}`);
    }
    addSharedService(service);
    addCurrentDeployment(service, {
      type: 'RollingUpdate',
      rollingUpdate: { maxSurge: this.maxSurge, maxUnavailable: this.maxUnavailable },
    });
  }
}

function isZero(amount: number | string): boolean {
  return amount === 0 || amount === '0' || amount === '0%';
}

/** Kubernetes takes more than 100% for maxSurge only. */
export function amountProblem(field: string, amount: number | string): string | undefined {
  const fits = typeof amount === 'number' ? Number.isInteger(amount) && amount >= 0 : /^[0-9]+%$/.test(amount);
  if (!fits) return 'is neither a whole number from 0 on nor a percentage such as 25%.';
  const tooMany = field === 'maxUnavailable' && typeof amount === 'string' && Number.parseInt(amount, 10) > 100;
  return tooMany ? 'is more than 100%.' : undefined;
}
