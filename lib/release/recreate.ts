import type { Microservice } from '../service/microservice';
import { addCurrentDeployment, addSharedService } from '../service/workloads';
import type { IRelease } from './release';

/**
 * All pods of the current version end before the first of the next begins: no two versions ever run at once, at the price of a gap.
 * See https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#recreate-deployment
 */
export class Recreate implements IRelease {
  public bind(service: Microservice): void {
    addSharedService(service);
    // A live Deployment that once was a rolling update keeps the defaulted block, with which Recreate is refused: null removes it.
    addCurrentDeployment(service, { type: 'Recreate', rollingUpdate: null });
  }
}
