import { selects } from '../../model/labels';
import { ISTIO_GATEWAY } from '../kinds';
import type { Resource } from '../resource';
import type { Subject } from '../subject';
import { hostsMeet } from './hosts';
import { labelsText } from './selectors';

/** The Gateways of the files that a list of names means; undefined when one of them lies elsewhere. */
export function gatewaysOf(names: readonly string[], namespace: string, subject: Subject): readonly Resource[] | undefined {
  const found = names
    .filter((name) => name !== 'mesh')
    .map((name) => {
      const ref = gatewayRef(name, namespace);
      return subject.find(ISTIO_GATEWAY, ref.namespace, ref.name);
    });
  return found.every((gateway) => gateway !== undefined) ? (found as Resource[]) : undefined;
}

/** Whether a server of the Gateway takes requests for the host, for rules of the given namespace; narrowly: not by taking those for every host. */
export function servesHost(gateway: Resource, host: string, namespace: string, { narrowly = false } = {}): boolean {
  return serverHosts(gateway).some((entry) => {
    const slash = entry.indexOf('/');
    if (narrowly && entry.slice(slash + 1) === '*') return false;
    if (slash < 0) return hostsMeet(entry, host);
    const scope = entry.slice(0, slash);
    const open = scope === '*' || scope === namespace || (scope === '.' && gateway.id.namespace === namespace);
    return open && hostsMeet(entry.slice(slash + 1), host);
  });
}

export const serverHosts = (gateway: Resource): string[] => gateway.spec.at('servers').items.flatMap((server) => server.at('hosts').texts);

/** The namespace in which the proxies of a Gateway run, as far as the files tell. */
export function gatewayNamespace(gateway: Resource, subject: Subject): string | undefined {
  const selector = gateway.spec.at('selector').labels;
  if (Object.keys(selector).length === 0) return undefined;
  const known = subject.once('gateway workloads', () => new Map<string, string | undefined>());
  const key = labelsText(selector);
  if (!known.has(key)) known.set(key, subject.workloads.find(({ podLabels }) => selects(selector, podLabels))?.resource.id.namespace);
  const namespace = known.get(key);
  if (namespace !== undefined) return namespace;
  // Istio's own installations: their proxies are not where applications are.
  return /istio: (ingress|ingressgateway)$/.test(key) ? installedNamespace(gateway.id.namespace) : undefined;
}

const installedNamespace = (own: string): string => (/^(istio-|ingress)/.test(own) ? own : 'istio-system');

/** `namespace/name`, or a name in the rule's own namespace; the old form `name.namespace` is read too. */
export function gatewayRef(text: string, namespace: string): { readonly namespace: string; readonly name: string } {
  const slash = text.indexOf('/');
  if (slash >= 0) return { namespace: text.slice(0, slash), name: text.slice(slash + 1) };
  const named = /^([^.]+)\.([^.]+)\.svc\.[^/]+$/.exec(text);
  return named ? { name: named[1], namespace: named[2] } : { namespace, name: text };
}
