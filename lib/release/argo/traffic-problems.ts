import type { ArgoTraffic } from './traffic';

/** What of the routing Argo Rollouts or the API server refuses. */
export function trafficProblems({ _kind: kind }: ArgoTraffic): string[] {
  switch (kind.kind) {
    case 'istio':
      return [];
    case 'istio-subsets':
      return subsetProblems(kind.props.stableSubset ?? 'stable', kind.props.canarySubset ?? 'canary');
    case 'gateway-api':
      return kind.props.gateways.length > 0
        ? []
        : ["ArgoTraffic.gatewayApi: gateways is empty, so the HTTPRoute would take no requests; state one: gateways: [{ name: '...' }]."];
    case 'plugin':
      return kind.name === '' ? ["ArgoTraffic.plugin: the name is empty; state it as the controller knows it: 'argoproj-labs/nginx'."] : [];
  }
}

function subsetProblems(stable: string, canary: string): string[] {
  const wrong = [stable, canary].filter((name) => !/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(name));
  if (stable === canary) return [`ArgoTraffic.istioSubsets: stableSubset and canarySubset are both '${stable}'; give them two names.`];
  return wrong.map(
    (name) => `ArgoTraffic.istioSubsets: the subset name '${name}' is no DNS label: lower-case letters, digits and '-' between them.`,
  );
}
