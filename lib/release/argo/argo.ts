import { ArgoAnalyses } from '../../analysis/argo';
import { argoAlerts } from '../../analysis/argo-alerts';
import { Telemetry } from '../../analysis/telemetry';
import type { Microservice } from '../../service/microservice';
import { addSharedService } from '../../service/workloads';
import { requireShape } from '../../shapes/shapes';
import type { IRelease } from '../release';
import { blueGreenServices, blueGreenStrategy } from './blue-green';
import { canaryStrategy } from './canary';
import { blueGreenProblems, canaryProblems } from './problems';
import type { ArgoBlueGreenProps, ArgoCanaryProps } from './props';
import { addRollout } from './rollout';
import { addRouting } from './routing';

/** The closed union of Argo Rollouts' two strategies. */
type ArgoKind =
  | { readonly kind: 'canary'; readonly props: ArgoCanaryProps }
  | { readonly kind: 'blueGreen'; readonly props: ArgoBlueGreenProps };

/**
 * Argo Rollouts replaces the pods of a Rollout step by step and moves requests with them. Emitted are the Rollout, its Services and routes,
 * and the AnalysisTemplates; weights, hashes in selectors and managed routes are the controller's. See https://argoproj.github.io/rollouts/
 */
export class ArgoRollout implements IRelease {
  /** Steps of weights, pauses, routes and analyses. */
  public static canary(props: ArgoCanaryProps): ArgoRollout {
    requireShape('ArgoCanaryProps', props, 'ArgoRollout.canary()');
    return new ArgoRollout({ kind: 'canary', props });
  }

  /**
   * The new version starts at full size beside the old one, then takes all requests at once. Apply it on the client's side: a forced server-side
   * apply in the middle of a release takes the controller's hash out of the Services' selectors, and the new version is promoted without a
   * pause. `docs/strategies.md` says how, for kubectl, Helm 4, Argo CD and Flux.
   */
  public static blueGreen(props: ArgoBlueGreenProps = {}): ArgoRollout {
    requireShape('ArgoBlueGreenProps', props, 'ArgoRollout.blueGreen()');
    return new ArgoRollout({ kind: 'blueGreen', props });
  }

  private readonly kind: ArgoKind;

  private constructor(kind: unknown) {
    this.kind = kind as ArgoKind;
  }

  public bind(service: Microservice): void {
    if (this.kind.kind === 'canary') bindCanary(service, this.kind.props);
    else bindBlueGreen(service, this.kind.props);
  }
}

function bindCanary(service: Microservice, props: ArgoCanaryProps): void {
  for (const problem of canaryProblems(service, props)) service.addProblem(`ArgoRollout.canary: ${problem}`);
  const routing = addRouting(service, props.traffic);
  const analyses = new ArgoAnalyses(service, {
    telemetry: routing.telemetry,
    canaryService: routing.canaryService,
    canary: addressOf(service, routing.canaryService ?? service.name),
  });
  const strategy = { canary: canaryStrategy(props, routing, analyses) };
  addRollout(service, props, strategy, argoAlerts(service, props.analysis?._alerts ?? []));
}

function bindBlueGreen(service: Microservice, props: ArgoBlueGreenProps): void {
  for (const problem of blueGreenProblems(service, props)) service.addProblem(`ArgoRollout.blueGreen: ${problem}`);
  addSharedService(service);
  const services = blueGreenServices(service, props);
  const analyses = new ArgoAnalyses(service, {
    telemetry: Telemetry.APPLICATION,
    canaryService: services.preview,
    canary: addressOf(service, services.preview ?? service.name),
  });
  const strategy = { blueGreen: blueGreenStrategy(props, services, analyses) };
  const alerts = [props.prePromotion, props.postPromotion].flatMap((analysis) => analysis?._alerts ?? []);
  addRollout(service, props, strategy, argoAlerts(service, alerts));
}

function addressOf(service: Microservice, name: string): string {
  return `http://${name}${service.namespace === undefined ? '' : `.${service.namespace}`}:${service.port}`;
}
