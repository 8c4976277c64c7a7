import type { TreeObject } from '../../manifest/tree';
import type { Microservice } from '../../service/microservice';
import { httpActions } from '../../traffic/istio/http-actions';
import { gatewayNames } from '../../traffic/istio/http-match';
import { trafficPolicyTree } from '../../traffic/istio/traffic-policy';
import { parentRef } from '../support/gateway-reference';
import { metadataTree } from '../support/metadata';
import { serviceMatchTree } from './match';
import type { FlaggerProps } from './props';
import { FlaggerProvider } from './provider';

/** `spec.service`: what Flagger makes Services and routes of. See https://docs.flagger.app/usage/how-it-works#canary-service */
export function canaryService(service: Microservice, props: FlaggerProps): TreeObject {
  const { hosts, gateways, gatewayRefs, delegation, rewrite, timeout, retries, cors, requestHeaders, responseHeaders } = props;
  const [main, ...others] = service._ports;
  if (main === undefined) {
    service.addProblem(
      'FlaggerRelease: the service has no port, and Flagger routes requests; use Recreate, RollingUpdate or ArgoRollout.canary, or state a port.',
    );
    return {};
  }
  for (const problem of droppedSettings(props)) service.addProblem(problem);
  const { unmanagedAnnotations: annotations, unmanagedLabels: labels } = props;
  return {
    port: main.port,
    portName: main.name,
    // Knative's own Service has no named ports.
    targetPort: props.provider === FlaggerProvider.KNATIVE ? main.containerPort : main.name,
    appProtocol: main.protocol,
    portDiscovery: props.portDiscovery ?? (others.length > 0 ? true : undefined),
    headless: service.headless || undefined,
    hosts,
    gateways: gateways && gatewayNames(gateways, service.namespace),
    gatewayRefs: gatewayRefs?.map(parentRef),
    delegation,
    match: props.serviceMatches?.map((match) => serviceMatchTree(match, props.provider ?? FlaggerProvider.ISTIO, service.namespace)),
    ...httpActions({ rewrite, timeout, retries, cors, requestHeaders, responseHeaders }),
    trafficPolicy: props.trafficPolicy && trafficPolicyTree(props.trafficPolicy),
    apex: metadataTree(props.apexMetadata),
    primary: metadataTree(props.primaryMetadata),
    canary: metadataTree(props.canaryMetadata),
    unmanagedMetadata: annotations || labels ? { annotations, labels } : undefined,
  };
}

/** Settings of Istio that the Canary's own type does not have, so that the API server would drop them. */
function droppedSettings({ trafficPolicy, retries }: FlaggerProps): string[] {
  const dropped = [];
  const { maxConnections, connectTimeout } = trafficPolicy?.connectionPool ?? {};
  if (maxConnections !== undefined) dropped.push('trafficPolicy.connectionPool.maxConnections');
  if (connectTimeout !== undefined) dropped.push('trafficPolicy.connectionPool.connectTimeout');
  if (trafficPolicy?.ports) dropped.push('trafficPolicy.ports');
  if (trafficPolicy?.tls?.credentialName !== undefined) dropped.push('trafficPolicy.tls.credentialName');
  if (retries?.retryRemoteLocalities !== undefined) dropped.push('retries.retryRemoteLocalities');
  return dropped.map(
    (field) => `FlaggerRelease: a Canary has no ${field}; leave it out, or use WeightedRelease.onIstio or ArgoRollout.canary.`,
  );
}
