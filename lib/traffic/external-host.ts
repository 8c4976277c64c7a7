import { Construct } from 'constructs';
import { ManifestObject } from '../manifest/manifest-object';
import { hostProblem } from './hosts';

export interface ExternalHostProps {
  /** Becomes `metadata.name`. Default: the construct's id. */
  readonly name?: string;
  /** The DNS names. Becomes `hosts`. */
  readonly hosts: string[];
  /** Becomes `ports[].number`. Default: 443. */
  readonly port?: number;
  /** As Istio names it: `HTTP`, `HTTPS`, `TLS`, `TCP`, `GRPC`. Becomes `ports[].protocol`. Default: TLS, for which the mesh sees the name only. */
  readonly protocol?: string;
}

/**
 * A host outside of the mesh that services call, so that the mesh knows it: as an Istio ServiceEntry that is resolved by DNS.
 * See https://istio.io/latest/docs/reference/config/networking/service-entry/
 */
export class ExternalHost extends Construct {
  public constructor(scope: Construct, id: string, props: ExternalHostProps) {
    super(scope, id);
    const { hosts, port = 443, protocol = 'TLS' } = props;
    new ManifestObject(this, 'service-entry', {
      apiVersion: 'networking.istio.io/v1',
      kind: 'ServiceEntry',
      name: props.name ?? id,
      fields: {
        spec: {
          hosts,
          location: 'MESH_EXTERNAL',
          resolution: 'DNS',
          ports: [{ number: port, name: `${protocol.toLowerCase()}-${port}`, protocol }],
        },
      },
    });
    this.node.addValidation({
      validate: () => hosts.flatMap((host) => (hostProblem(host) ? [`the host '${host}' ${hostProblem(host)}`] : [])),
    });
  }
}
