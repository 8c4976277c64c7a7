import type { Field } from '../field';
import type { Resource } from '../resource';

export interface VirtualServiceView {
  readonly resource: Resource;
  readonly hosts: readonly Field[];
  /** As stated; empty means `mesh` alone. */
  readonly gateways: readonly string[];
  readonly gatewayFields: readonly Field[];
  readonly onMesh: boolean;
  readonly http: readonly HttpRuleView[];
  /** Every destination of every kind of rule, mirrors included. */
  readonly destinations: readonly DestinationView[];
  /** A VirtualService without hosts is what others delegate to. */
  readonly isDelegate: boolean;
}

export interface HttpRuleView {
  readonly field: Field;
  readonly name?: string;
  readonly matches: readonly Field[];
  readonly routes: readonly DestinationView[];
  readonly delegate?: Field;
}

export interface DestinationView {
  /** The entry of the `route` list, or the mirror: what carries the weight. */
  readonly entry: Field;
  /** The `destination` itself. */
  readonly field: Field;
  readonly host: string;
  readonly subset?: string;
  readonly port?: number;
  readonly weight: Field;
  readonly use: 'http' | 'tcp' | 'tls' | 'mirror';
}

export function virtualServiceView(resource: Resource): VirtualServiceView {
  const spec = resource.spec;
  const gatewayFields = spec.at('gateways').items;
  const gateways = gatewayFields.map((field) => field.text ?? '');
  const http = spec.at('http').items.map(httpRule);
  const mirrors = http.flatMap(({ field }) => [
    ...(field.at('mirror').present ? [destination(field.at('mirror'), field.at('mirror'), 'mirror')] : []),
    ...field.at('mirrors').items.map((entry) => destination(entry, entry.at('destination'), 'mirror')),
  ]);
  return {
    resource,
    hosts: spec.at('hosts').items,
    gateways,
    gatewayFields,
    onMesh: gateways.length === 0 || gateways.includes('mesh'),
    http,
    destinations: [
      ...http.flatMap((rule) => rule.routes),
      ...mirrors,
      ...routesOf(spec.at('tcp'), 'tcp'),
      ...routesOf(spec.at('tls'), 'tls'),
    ],
    isDelegate: spec.at('hosts').items.length === 0,
  };
}

function httpRule(field: Field): HttpRuleView {
  const delegate = field.at('delegate');
  return {
    field,
    name: field.at('name').text,
    matches: field.at('match').items,
    routes: field.at('route').items.map((entry) => destination(entry, entry.at('destination'), 'http')),
    delegate: delegate.present ? delegate : undefined,
  };
}

function routesOf(rules: Field, use: 'tcp' | 'tls'): DestinationView[] {
  return rules.items.flatMap((rule) => rule.at('route').items.map((entry) => destination(entry, entry.at('destination'), use)));
}

function destination(entry: Field, field: Field, use: DestinationView['use']): DestinationView {
  return {
    entry,
    field,
    host: field.at('host').text ?? '',
    subset: field.at('subset').text,
    port: field.at('port', 'number').number,
    weight: entry.at('weight'),
    use,
  };
}
