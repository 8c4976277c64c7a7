/** A host name that means a Service of the cluster. */
export interface ServiceHost {
  readonly name: string;
  readonly namespace: string;
}

/**
 * The Service that Istio takes a host for, in a rule of the given namespace: a name without a dot is of the rule's own namespace, a
 * fully qualified one says its own. Everything else (`reviews.shop` as well) is no Service to Istio.
 */
export function serviceHost(host: string, namespace: string): ServiceHost | undefined {
  if (host === '' || host.includes('*')) return undefined;
  if (!host.includes('.')) return { name: host, namespace };
  const parts = host.replace(/\.$/, '').split('.');
  return parts.length >= 4 && parts[2] === 'svc' ? { name: parts[0], namespace: parts[1] } : undefined;
}

/** `reviews.shop` and `reviews.shop.svc`: names that work for a client's DNS and mean nothing in an Istio rule. */
export function halfQualified(host: string): ServiceHost | undefined {
  const parts = host.split('.');
  if (host.includes('*') || parts.includes('')) return undefined;
  if (parts.length === 2 || (parts.length === 3 && parts[2] === 'svc')) return { name: parts[0], namespace: parts[1] };
  return undefined;
}

/** A text that is equal for two hosts exactly when Istio takes them for the same. */
export function hostKey(host: string, namespace: string): string {
  const service = serviceHost(host, namespace);
  return service ? `${service.name}.${service.namespace}.svc` : host.toLowerCase();
}

/** Whether the wildcard or exact host `pattern` covers `host`; `*.x.com` covers `a.b.x.com` and not `x.com`. */
export function hostCovers(pattern: string, host: string): boolean {
  const wide = pattern.toLowerCase();
  const narrow = host.toLowerCase();
  if (wide === '*' || wide === narrow) return true;
  return wide.startsWith('*.') ? narrow.endsWith(wide.slice(1)) : wide.startsWith('*') && narrow.endsWith(wide.slice(1));
}

/** Whether some host name fits both, either of which may hold a wildcard. */
export function hostsMeet(a: string, b: string): boolean {
  return hostCovers(a, b) || hostCovers(b, a);
}
