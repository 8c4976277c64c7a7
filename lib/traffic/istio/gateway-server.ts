import type { TreeObject } from '../../manifest/tree';
import type { GatewayServer } from '../gateway-server';

/** See https://istio.io/latest/docs/reference/config/networking/gateway/#Server */
export function serverTree(server: GatewayServer): TreeObject {
  const { mode, credentialName, minProtocolVersion, httpsRedirect } = server;
  return {
    port: { number: server.port, name: server.portName, protocol: server.protocol },
    hosts: server.hosts,
    tls: mode || httpsRedirect ? { mode, credentialName, minProtocolVersion: mode && minProtocolVersion, httpsRedirect } : undefined,
  };
}
