const STATUS: Readonly<Record<number, number>> = { 400: 13, 401: 16, 403: 7, 404: 12, 429: 14, 502: 14, 503: 14, 504: 14 };
const UNKNOWN = 2;

/** How Envoy's own answers reach a gRPC client: 200, with a gRPC status in place of the HTTP one. */
export function grpcStatusOf(status: number): number {
  return STATUS[status] ?? UNKNOWN;
}
