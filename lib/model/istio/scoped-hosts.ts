import { isAddress, isDomain, isLabel } from './names';

/** Why a Gateway (`host` or `NAMESPACE/host`) or a Sidecar (`NAMESPACE/host`) cannot name a host so. */
export function scopedHostFault(text: string, of: 'gateway' | 'sidecar'): string | undefined {
  const slash = text.indexOf('/');
  if (slash < 0) return of === 'gateway' ? hostFault(text, of) : `${text} is not of the form NAMESPACE/HOST`;
  const namespace = of === 'sidecar' ? text.slice(0, slash).replace(/^~/, '') : text.slice(0, slash);
  const any = namespace === '*' || namespace === '.' || (of === 'sidecar' && namespace === '' && slash > 0);
  if (!any && !isLabel(namespace)) return `${text} is not of the form NAMESPACE/HOST`;
  return hostFault(text.slice(slash + 1), of);
}

function hostFault(host: string, of: 'gateway' | 'sidecar'): string | undefined {
  if (host === '*') return undefined;
  if (!host.includes('.') && !isAddress(host)) return `${host || 'a host'} is a short name, which is not allowed here`;
  const known = isDomain(host) || (of === 'gateway' && isAddress(host));
  return known && !/^\*[^.]/.test(host) ? undefined : `${host} is no host name`;
}
