import type { Microservice } from '../service/microservice';
import type { Analysis } from './analysis';
import type { QueryScope } from './queries';
import { Telemetry } from './telemetry';

/** What the analyses of one Rollout have in common. */
export interface ArgoScope {
  readonly telemetry: Telemetry;
  /** The Service that selects the new version's pods alone; undefined where there is none. */
  readonly canaryService?: string;
  /** The address of the new version, for load tests. */
  readonly canary: string;
}

/** What stands in the queries of an AnalysisTemplate. `window` is filled in per metric. */
export function argoQueryScope(service: Microservice, analysis: Analysis, scope: ArgoScope): QueryScope {
  const telemetry = analysis._options.telemetry ?? scope.telemetry;
  const args = new Set((analysis._options.args ?? []).map((argument) => argument.name));
  const pods = `${service.name}-{{args.hash}}-.*`;
  return {
    telemetry,
    requests: requestMatchers(telemetry, pods, scope.canaryService),
    namespace: '{{args.namespace}}',
    service: service.name,
    pods,
    window: '1m',
    argument: (name) => (args.has(name) || name === 'namespace' || name === 'hash' ? `{{args.${name}}}` : undefined),
  };
}

/**
 * The caller's proxy knows which Service was chosen; the called pod's proxy does not, because several Services select it. So the canary
 * Service goes with the reporter "source", and the pod, by the hash in its name, with "destination".
 */
function requestMatchers(telemetry: Telemetry, pods: string, canaryService: string | undefined): string {
  switch (telemetry) {
    case Telemetry.ISTIO_SOURCE:
      return `reporter="source", destination_service_namespace="{{args.namespace}}", destination_service_name="${canaryService}"`;
    case Telemetry.ISTIO_DESTINATION:
      return `reporter="destination", destination_workload_namespace="{{args.namespace}}", pod=~"${pods}"`;
    default:
      return `namespace="{{args.namespace}}", pod=~"${pods}"`;
  }
}

/** Why a Rollout's requests cannot be told from these series; undefined when they can. */
export function telemetryProblem(telemetry: Telemetry, canaryService: string | undefined): string | undefined {
  if (telemetry === Telemetry.NGINX || telemetry === Telemetry.KNATIVE)
    return `telemetry '${telemetry}' does not tell the versions of a Rollout apart; use Telemetry.APPLICATION, or FlaggerRelease.`;
  if (telemetry === Telemetry.ISTIO_SOURCE && canaryService === undefined)
    return "telemetry 'istio-source' needs a Service for the new version alone, which this strategy has not; use Telemetry.ISTIO_DESTINATION.";
  return undefined;
}
