import { objectNameProblem } from '../service/names';
import { portProblem } from '../service/ports';
import { GatewayTlsMode } from './gateway-server';
import { hostProblem } from './hosts';
import type { IngressGateway } from './ingress-gateway';

const NEEDS_CREDENTIAL: readonly (GatewayTlsMode | undefined)[] = [
  GatewayTlsMode.SIMPLE,
  GatewayTlsMode.MUTUAL,
  GatewayTlsMode.OPTIONAL_MUTUAL,
];

/** What Istio would refuse, or answer with silence. */
export function gatewayProblems({ name, servers }: IngressGateway): string[] {
  const problems: string[] = [];
  const at = (index: number) => `Gateway ${name}: spec.servers[${index}]`;
  const seen = new Map<string, number>();
  const wrongName = objectNameProblem(name);
  if (wrongName) problems.push(`Gateway ${name}: metadata.name ${wrongName}`);
  if (servers.length === 0)
    problems.push(`Gateway ${name}: spec.servers is empty; state GatewayServer.http([...]) or GatewayServer.https([...]).`);
  for (const [index, server] of servers.entries()) {
    const wrongPort = portProblem(server.port);
    if (wrongPort) problems.push(`${at(index)}.port.number ${server.port} ${wrongPort}`);
    if (server.hosts.length === 0) problems.push(`${at(index)}.hosts is empty; state the hosts, or '*' for all.`);
    if (NEEDS_CREDENTIAL.includes(server.mode) && server.credentialName === undefined)
      problems.push(`${at(index)}.tls has mode ${server.mode} and no credentialName; name the Secret that holds certificate and key.`);
    for (const host of server.hosts) {
      const wrongHost = hostProblem(host.slice(host.indexOf('/') + 1));
      if (wrongHost) problems.push(`${at(index)}.hosts '${host}' ${wrongHost}`);
      const key = `${server.port} ${host.toLowerCase()}`;
      const first = seen.get(key);
      if (first !== undefined)
        problems.push(`${at(index)}.hosts '${host}' is served by spec.servers[${first}] on port ${server.port} already; keep one of them.`);
      else seen.set(key, index);
    }
  }
  return [...problems, ...portNameProblems(name, servers)];
}

function portNameProblems(gateway: string, servers: IngressGateway['servers']): string[] {
  const names = servers.map((server) => server.portName);
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  return [...new Set(twice)].map((name) => `Gateway ${gateway}: two servers have the port name '${name}'; give one of them another name.`);
}
