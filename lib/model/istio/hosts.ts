import { isIP } from 'node:net';

/** The domain of the cluster; Istio's default. */
const DOMAIN = 'svc.cluster.local';

/** Istio's reading of a host name in an object: a name without a dot means a Service of the object's namespace, anything else stands for itself. */
export function resolveHost(host: string, namespace: string): string {
  if (host === '' || host === '*' || host.includes('.') || isIP(host) !== 0) return host;
  return `${host}.${namespace}.${DOMAIN}`;
}

export function serviceHost(name: string, namespace: string): string {
  return `${name}.${namespace}.${DOMAIN}`;
}

/** The name and namespace of a Service's full host name; undefined for any other host. */
export function serviceOfHost(host: string): { name: string; namespace: string } | undefined {
  if (!host.endsWith(`.${DOMAIN}`)) return undefined;
  const parts = host.slice(0, -DOMAIN.length - 1).split('.');
  return parts.length === 2 ? { name: parts[0] as string, namespace: parts[1] as string } : undefined;
}

/** The other names by which a sidecar in a namespace knows a Service: `reviews`, `reviews.shop`, `reviews.shop.svc`, and all with a final dot. */
export function alternativeNames(host: string, clientNamespace: string): string[] {
  const names = isIP(host) === 0 ? [`${host}.`] : [];
  const service = host.indexOf('.svc.');
  if (service <= 0 || !host.endsWith(`.${DOMAIN}`)) return names;
  const short = host.slice(0, service);
  const [name, namespace] = [host.slice(0, host.indexOf('.')), short.slice(host.indexOf('.') + 1)];
  if (namespace === clientNamespace) names.push(name);
  names.push(short, `${short}.svc`);
  return names;
}

export function isWildcard(host: string): boolean {
  return host.startsWith('*');
}

/** Whether every name that `host` stands for is one that `other` stands for. */
export function isSubsetOf(host: string, other: string): boolean {
  if (!isWildcard(other)) return host === other;
  if (isWildcard(host) && host.length < other.length) return false;
  return (isWildcard(host) ? host.slice(1) : host).endsWith(other.slice(1));
}

/** Whether one of two hosts covers the other. */
export function overlaps(a: string, b: string): boolean {
  return isSubsetOf(a, b) || isSubsetOf(b, a);
}

/** The hosts that two lists have in common, the narrower of each pair. */
export function intersection(hosts: readonly string[], others: readonly string[]): string[] {
  const common = new Set<string>();
  for (const host of hosts) {
    for (const other of others) {
      if (isSubsetOf(host, other)) common.add(host);
      else if (isSubsetOf(other, host)) common.add(other);
    }
  }
  return [...common];
}

/** The entry for a host: its own, else that of the longest wildcard that covers it. */
export function mostSpecific<T>(host: string, entries: ReadonlyMap<string, T>): T | undefined {
  const own = entries.get(host);
  if (own !== undefined || entries.size === 0) return own;
  let rest = host.startsWith('*') ? host.slice(1) : host;
  for (let skipped = 0; rest !== ''; skipped++) {
    const wildcard = skipped === 0 && !host.startsWith('*') ? undefined : entries.get(`*${rest}`);
    if (wildcard !== undefined) return wildcard;
    rest = rest.slice(1);
  }
  return entries.get('*');
}
