/** What Istio takes a port for; `undefined`: it looks at the first bytes of each connection. */
export type Protocol =
  | 'http'
  | 'http2'
  | 'grpc'
  | 'grpc-web'
  | 'http_proxy'
  | 'https'
  | 'tls'
  | 'tcp'
  | 'udp'
  | 'mongo'
  | 'redis'
  | 'mysql';

const NAMES = new Set<string>(['http', 'http2', 'grpc', 'grpc-web', 'http_proxy', 'https', 'tls', 'tcp', 'udp', 'mongo', 'redis', 'mysql']);
const STANDARD: Readonly<Record<string, Protocol>> = {
  'kubernetes.io/h2c': 'http2',
  'kubernetes.io/ws': 'http',
  'kubernetes.io/wss': 'https',
};
/** Ports on which the server speaks first: Istio does not wait for bytes of the client there. */
const SERVER_FIRST = new Set([25, 53, 3306, 27017]);
const HTTP = new Set<Protocol | undefined>(['http', 'http2', 'grpc', 'grpc-web', 'http_proxy']);

export interface PortNaming {
  readonly number: number;
  readonly name?: string;
  readonly appProtocol?: string;
  /** The transport: TCP unless stated. */
  readonly transport?: string;
}

/** `appProtocol` first, else the port name up to its first hyphen. */
export function protocolOf({ number, name, appProtocol, transport }: PortNaming): Protocol | undefined {
  if (transport === 'UDP') return 'udp';
  if (appProtocol !== undefined && Object.hasOwn(STANDARD, appProtocol)) return STANDARD[appProtocol];
  const stated = (appProtocol ?? name ?? '').toLowerCase();
  if (stated.startsWith('grpc-web')) return 'grpc-web';
  const prefix = stated.split('-')[0] as string;
  if (NAMES.has(prefix)) return prefix as Protocol;
  return SERVER_FIRST.has(number) ? 'tcp' : undefined;
}

export function isHttp(protocol: Protocol | undefined): boolean {
  return HTTP.has(protocol);
}

export function isHttpOrSniffed(protocol: Protocol | undefined): boolean {
  return protocol === undefined || isHttp(protocol);
}
