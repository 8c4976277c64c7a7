import type { Microservice } from '../../service/microservice';
import { requireShape } from '../../shapes/shapes';
import type { IRelease } from '../release';
import { addCanary } from './canary';
import { abTestPlan, blueGreenPlan, canaryPlan, type FlaggerPlan } from './plan';
import { flaggerProblems } from './problems';
import type { FlaggerAbTestProps, FlaggerBlueGreenProps, FlaggerCanaryProps, FlaggerProps } from './props';
import { addFlaggerTarget } from './target';

/**
 * Flagger watches a Deployment, keeps a copy of it (`-primary`) that takes the requests, tries each new version beside it, and copies it
 * over when it holds. Emitted are the Deployment, what must stand beside it, and the Canary; Services, routes and the primary are Flagger's.
 * See https://docs.flagger.app/
 */
export class FlaggerRelease implements IRelease {
  /** More and more requests go to the new version, as long as its metrics hold. */
  public static canary(props: FlaggerCanaryProps): FlaggerRelease {
    requireShape('FlaggerCanaryProps', props, 'FlaggerRelease.canary()');
    return new FlaggerRelease(props, canaryPlan(props));
  }

  /** Requests with certain headers or cookies go to the new version; it is promoted after a number of good checks. */
  public static abTest(props: FlaggerAbTestProps): FlaggerRelease {
    requireShape('FlaggerAbTestProps', props, 'FlaggerRelease.abTest()');
    return new FlaggerRelease(props, abTestPlan(props));
  }

  /** The new version is checked beside the old one, then takes all requests at once. */
  public static blueGreen(props: FlaggerBlueGreenProps): FlaggerRelease {
    requireShape('FlaggerBlueGreenProps', props, 'FlaggerRelease.blueGreen()');
    return new FlaggerRelease(props, blueGreenPlan(props));
  }

  private readonly plan: FlaggerPlan;

  private constructor(
    private readonly props: FlaggerProps,
    plan: unknown,
  ) {
    this.plan = plan as FlaggerPlan;
  }

  public bind(service: Microservice): void {
    for (const problem of flaggerProblems(service, this.props, this.plan)) service.addProblem(problem);
    const target = addFlaggerTarget(service, this.props);
    addCanary(service, this.props, this.plan, target);
  }
}
