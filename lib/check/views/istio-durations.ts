import { type Field, isObject } from '../field';
import type { Resource } from '../resource';
import type { Subject } from '../subject';

const NAMES = new Set([
  'timeout',
  'perTryTimeout',
  'fixedDelay',
  'exponentialDelay',
  'maxAge',
  'connectTimeout',
  'idleTimeout',
  'maxConnectionDuration',
  'interval',
  'baseEjectionTime',
  'ttl',
  'time',
  'warmupDurationSecs',
  'duration',
]);

/** Every duration of a VirtualService or DestinationRule, and of the parts of a Canary that Flagger copies into one. */
export function istioDurations(subject: Subject): { readonly resource: Resource; readonly field: Field }[] {
  const roots = [
    ...subject.virtualServices.map(({ resource }) => ({ resource, root: resource.spec.at('http') })),
    ...subject.destinationRules.flatMap(({ resource, subsets }) => [
      { resource, root: resource.spec.at('trafficPolicy') },
      ...subsets.map(({ field }) => ({ resource, root: field.at('trafficPolicy') })),
    ]),
    ...subject.canaries.flatMap(({ resource, service }) =>
      ['timeout', 'retries', 'corsPolicy', 'trafficPolicy']
        .map((name) => ({ resource, root: name === 'timeout' ? service : service.at(name) }))
        .map((each, index) => (index === 0 ? { resource, root: each.root, only: 'timeout' } : each)),
    ),
  ];
  return roots.flatMap(({ resource, root, ...rest }) => {
    const only = 'only' in rest ? rest.only : undefined;
    return (only ? [root.at(only as string)].filter(({ present }) => present) : under(root)).map((field) => ({ resource, field }));
  });
}

function under(field: Field): Field[] {
  if (Array.isArray(field.value)) return field.items.flatMap(under);
  if (!isObject(field.value)) return [];
  return field.entries.flatMap(([name, child]) => {
    if (name === 'match' || name === 'headers') return [];
    return NAMES.has(name) && !isObject(child.value) ? [child] : under(child);
  });
}
