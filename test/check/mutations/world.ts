import type { Loose } from '../helper';
import { at, fields, groupOf, list, nameOf, namespaceOf, ofKind, text } from './site';

/** What stands for what in a set, said as simply as can be and apart from the rules: mutations decide by it where a fault is one. */

export const ISTIO = 'networking.istio.io';
export const MAKERS = ['Deployment', 'StatefulSet', 'DaemonSet', 'Rollout'];

export const makers = (objects: readonly Loose[]): { readonly object: Loose; readonly index: number }[] =>
  objects.flatMap((object, index) => (MAKERS.includes(String(object.kind)) ? [{ object, index }] : []));

export const podLabels = (maker: Loose): Record<string, string> =>
  Object.fromEntries(fields(at(maker, 'spec', 'template', 'metadata', 'labels'))) as unknown as Record<string, string>;

export const has = (labels: Record<string, unknown>, wanted: unknown): boolean =>
  fields(wanted).every(([key, value]) => labels[key] === (value as unknown));

export const podsOf = (objects: readonly Loose[], service: Loose): Loose[] =>
  makers(objects)
    .map(({ object }) => object)
    .filter(
      (maker) =>
        namespaceOf(maker) === namespaceOf(service) &&
        fields(at(service, 'spec', 'selector')).length > 0 &&
        has(podLabels(maker), at(service, 'spec', 'selector')),
    );

/** The core Service behind a host, short or in full. */
export function serviceOf(objects: readonly Loose[], host: unknown, namespace: string): Loose | undefined {
  const parts = (text(host) ?? '').split('.');
  const full = parts.slice(2).join('.');
  if (parts.length > 1 && full !== 'svc.cluster.local') return undefined;
  const [name, space = namespace] = parts;
  return ofKind(objects, 'Service', '').find(({ object }) => nameOf(object) === name && namespaceOf(object) === space)?.object;
}

export const virtualServices = (objects: readonly Loose[]) => ofKind(objects, 'VirtualService', ISTIO);
export const destinationRules = (objects: readonly Loose[]) => ofKind(objects, 'DestinationRule', ISTIO);
export const canaries = (objects: readonly Loose[]) => ofKind(objects, 'Canary', 'flagger.app');
export const rollouts = (objects: readonly Loose[]) => ofKind(objects, 'Rollout', 'argoproj.io');
export const isIstio = (canary: Loose): boolean => [undefined, 'istio'].includes(text(at(canary, 'spec', 'provider')));

export const gatewaysOf = (rule: Loose): string[] => list(at(rule, 'spec', 'gateways')).map(String);
export const inMesh = (rule: Loose): boolean => gatewaysOf(rule).length === 0 || gatewaysOf(rule).includes('mesh');

/** The Gateway of the files that an entry of `gateways` names. */
export function gatewayOf(objects: readonly Loose[], entry: string, namespace: string): Loose | undefined {
  const [space, name] = entry.includes('/') ? entry.split('/') : [namespace, entry];
  return ofKind(objects, 'Gateway', ISTIO).find(
    ({ object }) => nameOf(object) === name && namespaceOf(object) === (space === '.' ? namespace : space),
  )?.object;
}

export const find = (objects: readonly Loose[], kind: string, namespace: string, name: unknown): Loose | undefined =>
  objects.find((object) => text(object.kind) === kind && namespaceOf(object) === namespace && nameOf(object) === name);

/** The rules for a host, by the host's Service. */
export function rulesFor(objects: readonly Loose[], service: Loose): { readonly object: Loose; readonly index: number }[] {
  return destinationRules(objects).filter(({ object }) => serviceOf(objects, at(object, 'spec', 'host'), namespaceOf(object)) === service);
}

export const isCore = (object: Loose, kind: string): boolean => text(object.kind) === kind && groupOf(object) === '';
