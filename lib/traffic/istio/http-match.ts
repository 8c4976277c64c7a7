import type { TreeObject } from '../../manifest/tree';
import { textTree } from '../../service/env';
import { IngressGateway } from '../ingress-gateway';
import type { Match } from '../match';
import type { Texts } from '../match-parts';
import type { TextCondition } from '../text-condition';

/**
 * One entry of `match`. See https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPMatchRequest
 * @param namespace The namespace of the VirtualService, from which gateways are named.
 */
export function httpMatch({ _parts: parts }: Match, namespace: string | undefined): TreeObject {
  return {
    uri: parts.uri && stringMatch(parts.uri),
    ignoreUriCase: parts.ignoreUriCase,
    scheme: parts.scheme && stringMatch(parts.scheme),
    method: parts.method && stringMatch(parts.method),
    authority: parts.authority && stringMatch(parts.authority),
    headers: parts.headers && stringMatches(parts.headers),
    withoutHeaders: parts.withoutHeaders && stringMatches(parts.withoutHeaders),
    queryParams: parts.queryParams && queryMatches(parts.queryParams),
    sourceLabels: parts.sourceLabels,
    sourceNamespace: parts.sourceNamespace,
    port: parts.port,
    gateways: parts.gateways && gatewayNames(parts.gateways, namespace),
  };
}

/** How a VirtualService of that namespace names gateways. */
export function gatewayNames(gateways: readonly (IngressGateway | string)[], namespace: string | undefined): string[] {
  return gateways.map((gateway) => (gateway instanceof IngressGateway ? gateway.referenceFrom(namespace) : gateway));
}

function stringMatches(texts: Texts): TreeObject {
  return Object.fromEntries(Object.entries(texts).map(([name, condition]) => [name, stringMatch(condition)]));
}

function stringMatch(condition: TextCondition): TreeObject {
  if ('present' in condition) return {};
  return Object.fromEntries(Object.entries(condition).map(([kind, text]) => [kind, textTree(text)]));
}

/** The empty condition is presence for headers; a query parameter needs an expression for it. */
function queryMatches(texts: Texts): TreeObject {
  return Object.fromEntries(
    Object.entries(texts).map(([name, condition]) => [name, 'present' in condition ? { regex: '.*' } : stringMatch(condition)]),
  );
}
