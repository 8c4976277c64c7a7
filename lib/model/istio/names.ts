/** What Istio's webhook takes for names. */

const LABEL = /^[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?$/;
const HEADER = /^[-!#$%&'*+,.^_`|~0-9A-Za-z]+$/;
const PSEUDO = new Set([':method', ':scheme', ':authority', ':path', ':status']);
const CLAIM = /^@request\.auth\.claims(?:\..+|\[.+\])$/i;
const ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-fA-F]*(?::[0-9a-fA-F.]*){2,})$/;

export function isLabel(name: string): boolean {
  return name.length <= 63 && LABEL.test(name);
}

/** A host name whose first label may be a wildcard, or start with one. */
export function isDomain(host: string): boolean {
  const [first = '', ...rest] = host.split('.');
  if (host === '' || host.length > 255) return false;
  const starts = first === '*' || isLabel(first.replace(/^\*-?/, ''));
  return starts && (rest.length === 0 || isPlainDomain(rest.join('.')));
}

/** The last label may be empty, and is not a number. */
function isPlainDomain(domain: string): boolean {
  const labels = domain.split('.');
  if (/^[-+]?\d+$/.test(labels.at(-1) ?? '')) return false;
  return (labels.at(-1) === '' ? labels.slice(0, -1) : labels).every(isLabel);
}

export function isAddress(host: string): boolean {
  return ADDRESS.test(host);
}

/** `NAMESPACE/NAME`, `mesh`, or a name, also of the old form NAME.NAMESPACE.svc.cluster.local. */
export function isGatewayName(name: string): boolean {
  const slash = name.indexOf('/');
  if (slash < 0) return name !== '' && name.length <= 255 && isPlainDomain(name);
  return isLabel(name.slice(0, slash)) && isLabel(name.slice(slash + 1));
}

/** A header that a match may name. */
export function isMatchHeader(name: string): boolean {
  return HEADER.test(name) || PSEUDO.has(name) || CLAIM.test(name);
}

export function isHeader(name: string): boolean {
  return HEADER.test(name);
}

export function isPort(port: number | undefined): boolean {
  return port === undefined || (port >= 1 && port <= 65_535);
}
