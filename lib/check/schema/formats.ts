/** What a text of a format looks like, and how messages call it. Formats that the API server does not check are not here. */
const texts: { readonly [format: string]: { readonly name: string; readonly fits: (text: string) => boolean } } = {
  byte: { name: 'base64', fits: isBase64 },
  date: { name: 'a date such as 2026-01-31', fits: (text) => /^\d{4}-\d\d-\d\d$/.test(text) },
  'date-time': {
    name: 'a time such as 2026-01-31T12:00:00Z',
    fits: (text) => /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d([.,]\d+)?([Zz]|[+-]\d\d:?\d\d)$/.test(text),
  },
  ipv4: { name: 'an IPv4 address', fits: isIpv4 },
  ipv6: { name: 'an IPv6 address', fits: isIpv6 },
  uuid: { name: 'a UUID', fits: (text) => /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i.test(text) },
};

/** How a format is called when a text is not of it; undefined when all is well. */
export function formatMissed(format: string, text: string): string | undefined {
  const known = Object.hasOwn(texts, format) ? texts[format] : undefined;
  return known === undefined || known.fits(text) ? undefined : known.name;
}

/** The smallest and largest whole number of a format. */
export function integerBounds(format: string | undefined): readonly [number, number] {
  return format === 'int32' ? [-(2 ** 31), 2 ** 31 - 1] : [-(2 ** 63), 2 ** 63];
}

/** Whether a value is a Kubernetes quantity: `500m`, `1.5Gi`, `2`, `1e3`. */
export function isQuantity(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  return typeof value === 'string' && /^[+-]?(\d+\.?\d*|\.\d+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?\d+)?$/.test(value);
}

/** Go's decoder passes over line breaks. */
function isBase64(text: string): boolean {
  const bare = text.replace(/[\r\n]/g, '');
  return bare.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(bare);
}

function isIpv4(text: string): boolean {
  return /^\d{1,3}(\.\d{1,3}){3}$/.test(text) && text.split('.').every((part) => Number(part) < 256 && String(Number(part)) === part);
}

function isIpv6(text: string): boolean {
  const [address] = text.split('%');
  const halves = address.split('::');
  if (halves.length > 2 || !address.includes(':')) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1) ?? '';
  const size = groups.length + (last.includes('.') ? 1 : 0);
  const plain = last.includes('.') ? groups.slice(0, -1) : groups;
  if (last.includes('.') && !isIpv4(last)) return false;
  return plain.every((group) => /^[0-9a-f]{1,4}$/i.test(group)) && (halves.length === 2 ? size < 8 : size === 8);
}
