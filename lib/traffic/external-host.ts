import { Construct } from 'constructs';
import { ManifestObject } from '../manifest/manifest-object';
import { rememberSource } from '../manifest/source-line';
import { objectNameProblem } from '../service/names';
import { portProblem } from '../service/ports';
import { requireShape } from '../shapes/shapes';
import { hostProblem } from './hosts';

export interface ExternalHostProps {
  /** Becomes `metadata.name`. Default: the construct's id. */
  readonly name?: string;
  /** The DNS names. Becomes `hosts`. */
  readonly hosts: string[];
  /** Becomes `ports[].number`. Default: 443. */
  readonly port?: number;
  /**
   * As Istio names it: `HTTP`, `HTTPS`, `TLS`, `TCP`, `GRPC`. Becomes `ports[].protocol`. Default: TLS, for which the mesh sees the name
   * only.
   */
  readonly protocol?: string;
}

/**
 * A host outside of the mesh that services call, so that the mesh knows it: as an Istio ServiceEntry that is resolved by DNS.
 * See https://istio.io/latest/docs/reference/config/networking/service-entry/
 */
export class ExternalHost extends Construct {
  public constructor(scope: Construct, id: string, props: ExternalHostProps) {
    super(scope, id);
    rememberSource(this);
    requireShape('ExternalHostProps', props, this.node.path);
    const { name = id, hosts, port = 443, protocol = 'TLS' } = props;
    new ManifestObject(this, 'service-entry', {
      apiVersion: 'networking.istio.io/v1',
      kind: 'ServiceEntry',
      name,
      fields: {
        spec: {
          hosts,
          location: 'MESH_EXTERNAL',
          resolution: 'DNS',
          ports: [{ number: port, name: `${protocol.toLowerCase()}-${port}`, protocol }],
        },
      },
    });
    this.node.addValidation({ validate: () => externalHostProblems(name, props) });
  }
}

const PROTOCOLS = ['HTTP', 'HTTPS', 'HTTP2', 'GRPC', 'TLS', 'TCP', 'MONGO'];

function externalHostProblems(name: string, { hosts, port = 443, protocol = 'TLS' }: ExternalHostProps): string[] {
  const problems: string[] = [];
  const [wrongName, wrongPort] = [objectNameProblem(name), portProblem(port)];
  if (wrongName) problems.push(`ServiceEntry ${name}: metadata.name ${wrongName}`);
  if (wrongPort) problems.push(`ServiceEntry ${name}: port ${port} ${wrongPort}`);
  if (!PROTOCOLS.includes(protocol)) problems.push(`ServiceEntry ${name}: protocol '${protocol}' is none of ${PROTOCOLS.join(', ')}.`);
  if (hosts.length === 0) problems.push(`ServiceEntry ${name}: hosts is empty; state the DNS names.`);
  for (const host of hosts) {
    const wrong =
      hostProblem(host) ?? (host.includes('*') ? 'is a wildcard, which cannot be resolved by DNS; state the hosts one by one.' : undefined);
    if (wrong) problems.push(`ServiceEntry ${name}: the host '${host}' ${wrong}`);
  }
  return problems;
}
