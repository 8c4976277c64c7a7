/** An address that stands for the client's, and a request id: what a proxy writes, with values that nobody can know before. */
const CLIENT = '192.0.2.1';
const REQUEST_ID = '00000000-0000-4000-8000-000000000000';

/** Headers that proxies write before they match. */
export const OWN_HEADERS = {
  gateway: ['x-forwarded-for', 'x-envoy-external-address', 'x-request-id'],
  sidecar: ['x-request-id'],
} as const;

/** Adds what the first proxy writes: each request gets an id; a gateway also says whom it comes from. */
export function addOwnHeaders(headers: Map<string, readonly string[]>, entry: keyof typeof OWN_HEADERS): void {
  if (!headers.has('x-request-id')) headers.set('x-request-id', [REQUEST_ID]);
  if (entry === 'sidecar') return;
  const before = headers.get('x-forwarded-for') ?? [];
  headers.set('x-forwarded-for', [[...before, CLIENT].join(',')]);
  headers.set('x-envoy-external-address', [CLIENT]);
}
