import type { Microservice } from '../service/microservice';

/** Why a text is no host that Istio takes, or undefined when it is one: a DNS name, `*.` before a DNS name, or `*`. */
export function hostProblem(host: string): string | undefined {
  if (host === '*' || host.includes('${')) return undefined;
  const name = host.startsWith('*.') ? host.slice(2) : host;
  if (name.length <= 253 && /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?(\.[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)*$/i.test(name)) return undefined;
  return "is no host: labels of letters, digits and '-', joined by dots, with at most one '*.' in front; no scheme, port or path.";
}

/**
 * The host of a service for an object of that namespace: its short name within its own, else the full name, because Istio completes short
 * names with the namespace of the object they stand in.
 */
export function hostFrom(service: Microservice, namespace: string | undefined): string {
  return service.namespace === undefined || service.namespace === namespace
    ? service.name
    : `${service.name}.${service.namespace}.svc.cluster.local`;
}
