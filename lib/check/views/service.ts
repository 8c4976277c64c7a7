import type { Labels } from '../../model/labels';
import type { Field } from '../field';
import type { Resource } from '../resource';

export interface ServiceView {
  readonly resource: Resource;
  readonly selector: Labels;
  readonly selectorField: Field;
  readonly ports: readonly ServicePortView[];
  /** ExternalName Services and Services without a selector have no pods of their own. */
  readonly selecting: boolean;
}

export interface ServicePortView {
  readonly field: Field;
  readonly name?: string;
  readonly number: number | undefined;
  readonly targetPort: string | number | undefined;
  readonly protocol: PortProtocol;
}

/** What Istio takes a port for: http-like and tcp-like ones as stated, `sniffed` when nothing is stated. */
export type PortProtocol = 'http' | 'tcp' | 'sniffed';

const HTTP = new Set(['http', 'http2', 'grpc', 'grpc-web', 'kubernetes.io/h2c', 'kubernetes.io/ws']);
const OPAQUE = new Set(['tcp', 'tls', 'udp', 'mongo', 'mysql', 'redis', 'https', 'kubernetes.io/wss']);

export function serviceView(resource: Resource): ServiceView {
  const selectorField = resource.spec.at('selector');
  return {
    resource,
    selector: selectorField.labels,
    selectorField,
    ports: resource.spec.at('ports').items.map(portView),
    selecting: selectorField.keys.length > 0 && resource.spec.at('type').value !== 'ExternalName',
  };
}

function portView(field: Field): ServicePortView {
  const name = field.at('name').text;
  const number = field.at('port').number;
  const target = field.at('targetPort').value;
  return {
    field,
    name,
    number,
    targetPort: typeof target === 'string' || typeof target === 'number' ? target : number,
    protocol: protocolOf(name, field.at('appProtocol').text, field.at('protocol').text),
  };
}

/** The protocol by `appProtocol`, else by the port's name up to the first `-`, as Istio decides it. */
export function protocolOf(name: string | undefined, appProtocol: string | undefined, transport: string | undefined): PortProtocol {
  if (transport === 'UDP' || transport === 'SCTP') return 'tcp';
  const byApp = appProtocol && classify(appProtocol.toLowerCase());
  if (byApp) return byApp;
  const lower = name?.toLowerCase() ?? '';
  if (lower === 'grpc-web' || lower.startsWith('grpc-web-')) return 'http';
  return classify(lower.split('-')[0]) ?? 'sniffed';
}

function classify(protocol: string): PortProtocol | undefined {
  if (OPAQUE.has(protocol)) return 'tcp';
  return HTTP.has(protocol) ? 'http' : undefined;
}
