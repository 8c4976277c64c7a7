import { requireShape } from '../shapes/shapes';

/** How a gateway treats TLS. See https://istio.io/latest/docs/reference/config/networking/gateway/#ServerTLSSettings-TLSmode */
export enum GatewayTlsMode {
  /** Ends TLS with the gateway's certificate. */
  SIMPLE = 'SIMPLE',
  /** Ends TLS and demands a certificate of the client. */
  MUTUAL = 'MUTUAL',
  /** Ends TLS and asks for, but does not demand, a certificate of the client. */
  OPTIONAL_MUTUAL = 'OPTIONAL_MUTUAL',
  /** Leaves TLS to the service; routes see the name of the server only. */
  PASSTHROUGH = 'PASSTHROUGH',
  /** As PASSTHROUGH, without routes: the name of the server says the service. For gateways between clusters (east-west). */
  AUTO_PASSTHROUGH = 'AUTO_PASSTHROUGH',
  /** Mutual TLS with the mesh's own certificates. For callers in the mesh. */
  ISTIO_MUTUAL = 'ISTIO_MUTUAL',
}

export interface HttpServerOptions {
  /** Becomes `port.number`. Default: 80. */
  readonly port?: number;
  /** Becomes `port.name`, unique within the gateway. Default: the protocol and the port: `http-80`. */
  readonly name?: string;
  /** Sends every request to https with 301. Becomes `tls.httpsRedirect`. Default: false. */
  readonly httpsRedirect?: boolean;
}

export interface HttpsServerOptions {
  /** Becomes `port.number`. Default: 443. */
  readonly port?: number;
  /** Becomes `port.name`. Default: `https-443`. */
  readonly name?: string;
  /** Becomes `tls.mode`. Default: SIMPLE. */
  readonly mode?: GatewayTlsMode;
  /**
   * The Secret with certificate and key, in the namespace of the gateway's pods. Becomes `tls.credentialName`. Needed by SIMPLE and MUTUAL.
   */
  readonly credentialName?: string;
  /** The oldest TLS version that is taken: `TLSV1_2`, `TLSV1_3`. Becomes `tls.minProtocolVersion`. Default: Istio's, TLSV1_2. */
  readonly minProtocolVersion?: string;
}

export interface TcpServerOptions {
  /** Becomes `port.name`. Default: `tcp-` and the port. */
  readonly name?: string;
}

/** One open port of a gateway, and the hosts that it serves. */
export class GatewayServer {
  /**
   * Plain HTTP.
   * @param hosts Host names, `*.example.com`, or `*`; `namespace/host` restricts who may route it. Becomes `hosts`.
   */
  public static http(hosts: string[], options: HttpServerOptions = {}): GatewayServer {
    requireShape('[]string', hosts, 'GatewayServer.http()');
    requireShape('HttpServerOptions', options, 'GatewayServer.http()');
    const port = options.port ?? 80;
    return new GatewayServer(hosts, port, 'HTTP', options.name ?? `http-${port}`, undefined, undefined, undefined, options.httpsRedirect);
  }

  /** HTTPS. */
  public static https(hosts: string[], options: HttpsServerOptions = {}): GatewayServer {
    requireShape('[]string', hosts, 'GatewayServer.https()');
    requireShape('HttpsServerOptions', options, 'GatewayServer.https()');
    const port = options.port ?? 443;
    const mode = options.mode ?? GatewayTlsMode.SIMPLE;
    const protocol = mode === GatewayTlsMode.PASSTHROUGH || mode === GatewayTlsMode.AUTO_PASSTHROUGH ? 'TLS' : 'HTTPS';
    const name = options.name ?? `${protocol.toLowerCase()}-${port}`;
    return new GatewayServer(hosts, port, protocol, name, mode, options.credentialName, options.minProtocolVersion);
  }

  /** Bytes without a protocol that Istio knows. */
  public static tcp(hosts: string[], port: number, options: TcpServerOptions = {}): GatewayServer {
    requireShape('[]string', hosts, 'GatewayServer.tcp()');
    requireShape('TcpServerOptions', options, 'GatewayServer.tcp()');
    return new GatewayServer(hosts, port, 'TCP', options.name ?? `tcp-${port}`);
  }

  private constructor(
    /** The hosts that are served. */
    public readonly hosts: string[],
    /** The port that is open. */
    public readonly port: number,
    /** As Istio names it: HTTP, HTTPS, TLS or TCP. */
    public readonly protocol: string,
    /** The name of the port. */
    public readonly portName: string,
    /** How TLS is treated, if at all. */
    public readonly mode?: GatewayTlsMode,
    /** The Secret with certificate and key. */
    public readonly credentialName?: string,
    /** The oldest TLS version that is taken. */
    public readonly minProtocolVersion?: string,
    /** Whether every request is sent to https. */
    public readonly httpsRedirect?: boolean,
  ) {}
}
