import type { Analysis } from './analysis';
import type { QueryScope } from './queries';
import { Telemetry } from './telemetry';

/**
 * What stands in the queries of a MetricTemplate.
 * @param provided What the provider of the Canary counts requests with, whatever the analysis states.
 */
export function flaggerQueryScope(analysis: Analysis, provided: Telemetry): QueryScope {
  const telemetry = analysis._options.telemetry ?? provided;
  const args = new Set((analysis._options.args ?? []).map((argument) => argument.name));
  // Knative names its Deployments after the revision, which Flagger puts for `route`; else the Deployment is the target itself.
  const pods = provided === Telemetry.KNATIVE ? '{{ route }}-deployment-.+' : '{{ target }}-[0-9a-zA-Z]+(-[0-9a-zA-Z]+)';
  return {
    telemetry,
    requests: requestMatchers(telemetry, pods),
    namespace: '{{ namespace }}',
    service: '{{ target }}',
    pods,
    window: '{{ interval }}',
    argument: (name) => (args.has(name) ? `{{ index variables "${name}" }}` : undefined),
  };
}

function requestMatchers(telemetry: Telemetry, pods: string): string {
  switch (telemetry) {
    case Telemetry.ISTIO_DESTINATION:
      return 'reporter="destination", destination_workload_namespace="{{ namespace }}", destination_workload="{{ target }}"';
    case Telemetry.ISTIO_SOURCE:
      return 'reporter="source", destination_workload_namespace="{{ namespace }}", destination_workload="{{ target }}"';
    case Telemetry.APPLICATION:
      return `kubernetes_namespace="{{ namespace }}", kubernetes_pod_name=~"${pods}"`;
    case Telemetry.NGINX:
      return 'namespace="{{ namespace }}", ingress="{{ ingress }}", canary!=""';
    case Telemetry.KNATIVE:
      return 'envoy_cluster_name=~"{{ namespace }}/{{ route }}"';
  }
}
