import type { Field } from '../field';
import type { Resource } from '../resource';

export interface RolloutView {
  readonly resource: Resource;
  readonly canary: Field;
  readonly blueGreen: Field;
  readonly steps: readonly Field[];
  readonly trafficRouting: Field;
  readonly istio: Field;
  /** The VirtualServices it rewrites: `virtualService` or each of `virtualServices`. */
  readonly virtualServices: readonly Field[];
  /** The fields that name its Services, with the role of each. */
  readonly services: readonly { readonly role: string; readonly field: Field }[];
}

export function rolloutView(resource: Resource): RolloutView {
  const canary = resource.spec.at('strategy', 'canary');
  const blueGreen = resource.spec.at('strategy', 'blueGreen');
  const istio = canary.at('trafficRouting', 'istio');
  const services = [
    { role: 'canaryService', field: canary.at('canaryService') },
    { role: 'stableService', field: canary.at('stableService') },
    { role: 'pingService', field: canary.at('pingPong', 'pingService') },
    { role: 'pongService', field: canary.at('pingPong', 'pongService') },
    { role: 'activeService', field: blueGreen.at('activeService') },
    { role: 'previewService', field: blueGreen.at('previewService') },
  ];
  return {
    resource,
    canary,
    blueGreen,
    steps: canary.at('steps').items,
    trafficRouting: canary.at('trafficRouting'),
    istio,
    virtualServices: [...(istio.at('virtualService').present ? [istio.at('virtualService')] : []), ...istio.at('virtualServices').items],
    services: services.filter(({ field }) => field.text !== undefined && field.text !== ''),
  };
}

/** `name` or `namespace/name` of a VirtualService that a Rollout manages. */
export function virtualServiceRef(field: Field, namespace: string): { readonly namespace: string; readonly name: string } {
  const text = field.at('name').text ?? '';
  const slash = text.indexOf('/');
  return slash < 0 ? { namespace, name: text } : { namespace: text.slice(0, slash), name: text.slice(slash + 1) };
}
