/**
 * What is spoken at a port. Istio routes HTTP only where it knows that it is HTTP.
 * See https://istio.io/latest/docs/ops/configuration/traffic-management/protocol-selection/
 */
export enum PortProtocol {
  /** HTTP/1.1. */
  HTTP = 'http',
  /** HTTP/2 without TLS. */
  HTTP2 = 'http2',
  /** HTTPS that the program itself ends: the mesh sees bytes. */
  HTTPS = 'https',
  /** gRPC. */
  GRPC = 'grpc',
  /** gRPC for browsers. */
  GRPC_WEB = 'grpc-web',
  /** Bytes. Routes for HTTP are ignored. */
  TCP = 'tcp',
  /** TLS that the program itself ends. */
  TLS = 'tls',
  /** Datagrams; the mesh leaves them alone. */
  UDP = 'udp',
  /** MongoDB. */
  MONGO = 'mongo',
  /** MySQL. */
  MYSQL = 'mysql',
  /** Redis. */
  REDIS = 'redis',
}

/** One port of the shared Service and the port of the container behind it. */
export interface ServicePort {
  /** Becomes `name` of both. At most 15 lower-case letters, digits and '-'. Default: the protocol. */
  readonly name?: string;
  /** The port of the Service. Becomes `spec.ports[].port`. */
  readonly port: number;
  /** The port the program listens on. Becomes `containerPort`. Default: `port`. */
  readonly containerPort?: number;
  /** Becomes `appProtocol`, and the `name` where none is stated. Default: HTTP. */
  readonly protocol?: PortProtocol;
}

/** A port with everything filled in. */
export interface FullPort {
  readonly name: string;
  readonly port: number;
  readonly containerPort: number;
  readonly protocol: PortProtocol;
}

export function fullPort({ name, port, containerPort, protocol = PortProtocol.HTTP }: ServicePort): FullPort {
  return { name: name ?? protocol, port, containerPort: containerPort ?? port, protocol };
}

export function isHttp(protocol: PortProtocol): boolean {
  return [PortProtocol.HTTP, PortProtocol.HTTP2, PortProtocol.GRPC, PortProtocol.GRPC_WEB].includes(protocol);
}

/** The first port at which the kubelet can ask for health: it speaks HTTP/1.1 without TLS. */
export function healthPort(ports: readonly FullPort[]): FullPort | undefined {
  return ports.find(({ protocol }) => protocol === PortProtocol.HTTP || protocol === PortProtocol.HTTP2);
}

/** Kubernetes' own word for what carries the protocol. */
export function transport(protocol: PortProtocol): 'TCP' | 'UDP' {
  return protocol === PortProtocol.UDP ? 'UDP' : 'TCP';
}

/** Why a number is no port, or undefined when it is one. */
export function portProblem(port: number): string | undefined {
  return Number.isInteger(port) && port >= 1 && port <= 65535 ? undefined : 'is no port: a whole number from 1 to 65535.';
}

/** What is wrong with the ports of a service. See https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports */
export function portProblems(ports: readonly FullPort[]): string[] {
  const problems: string[] = [];
  for (const { name, port, containerPort, protocol } of ports) {
    for (const [field, value] of Object.entries({ port, containerPort })) {
      const wrong = portProblem(value);
      if (wrong) problems.push(`port '${name}': ${field} ${value} ${wrong}`);
    }
    if (name.length > 15 || !/^(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*$/.test(name))
      problems.push(
        `port '${name}': the name is no port name: at most 15 lower-case letters, digits and single '-', with at least one letter.`,
      );
    const [spoken] = name.split('-');
    if (spoken !== protocol && Object.values<string>(PortProtocol).includes(spoken) && !name.startsWith(protocol))
      problems.push(
        `port '${name}': the name says ${spoken}, the protocol says ${protocol}; state protocol: PortProtocol.${spoken.toUpperCase()}, or another name.`,
      );
  }
  return [
    ...problems,
    ...twice(ports, (port) => port.name, 'name'),
    ...twice(ports, (port) => `${port.port}/${transport(port.protocol)}`, 'port'),
    ...twice(ports, (port) => `${port.containerPort}/${transport(port.protocol)}`, 'containerPort'),
  ];
}

function twice(ports: readonly FullPort[], key: (port: FullPort) => string, what: string): string[] {
  const keys = ports.map(key);
  return keys.flatMap((each, index) =>
    keys.indexOf(each) < index ? [`two ports have the ${what} '${each}'; each needs one of its own.`] : [],
  );
}
