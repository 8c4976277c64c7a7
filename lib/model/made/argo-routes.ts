import { at, has, labelsAt, listAt, textAt, textsAt } from '../loose';
import type { ObjectIndex } from '../model';
import { namespaceOf } from '../objects';
import type { SourcedManifest } from '../sourced';
import { changed } from './made';

const ISTIO = 'networking.istio.io';

/** The label by which Argo Rollouts tells old and new pods apart. */
export const HASH = 'rollouts-pod-template-hash';
export const STABLE = 'stable';
export const CANARY = 'canary';

/** The VirtualServices and the DestinationRule of a Rollout at a weight. */
export function managedRoutes(rollout: SourcedManifest, objects: ObjectIndex, weight: number): SourcedManifest[] {
  const canary = at(rollout.manifest, 'spec', 'strategy', 'canary');
  const istio = at(canary, 'trafficRouting', 'istio');
  const find = (kind: string, name: string) => {
    const [namespace, short] = name.includes('/') ? (name.split('/', 2) as [string, string]) : [namespaceOf(rollout), name];
    return objects.get({ group: ISTIO, kind, namespace, name: short });
  };
  const services = managedVirtualServices(istio).flatMap(({ name, routes }) => {
    const service = find('VirtualService', name);
    return service && has(service.manifest, 'spec') ? [weighted(service, routes, canary, weight)] : [];
  });
  const rule = find('DestinationRule', textAt(istio, 'destinationRule', 'name') ?? '');
  return [...services, ...(rule && has(rule.manifest, 'spec') ? [subsets(rule, at(istio, 'destinationRule'), weight)] : [])];
}

/** The managed routes hold the stable and the canary destination with their weights, and nothing else. */
function weighted(service: SourcedManifest, names: readonly string[], canary: unknown, weight: number): SourcedManifest {
  const rule = at(canary, 'trafficRouting', 'istio', 'destinationRule');
  const roles = [
    { host: textAt(canary, 'stableService'), subset: textAt(rule, 'stableSubsetName'), weight: 100 - weight },
    { host: textAt(canary, 'canaryService'), subset: textAt(rule, 'canarySubsetName'), weight },
  ];
  const fits = (destination: unknown, { host, subset }: (typeof roles)[number]) =>
    subset !== undefined
      ? textAt(destination, 'subset') === subset
      : host !== undefined && textAt(destination, 'host')?.split('.')[0] === host;
  return changed(service, (one) => {
    const rules = listAt(one, 'spec', 'http');
    const http = rules.map((http) => {
      const managed = names.length === 0 ? rules.length === 1 : names.includes(textAt(http, 'name') ?? '');
      if (!managed) return http;
      const route = listAt(http, 'route').flatMap((entry) => {
        const role = roles.find((candidate) => fits(at(entry, 'destination'), candidate));
        return role ? [{ ...(entry as object), weight: role.weight }] : [];
      });
      return { ...(http as object), route };
    });
    return { ...one, spec: { ...(at(one, 'spec') as object), http } };
  });
}

/** The two subsets get the hash of their pods; every other one is deleted, unless it is named as additional. */
function subsets(rule: SourcedManifest, managed: unknown, weight: number): SourcedManifest {
  const hashes = new Map([
    [textAt(managed, 'stableSubsetName'), STABLE],
    [textAt(managed, 'canarySubsetName'), weight > 0 ? CANARY : STABLE],
  ]);
  const kept = textsAt(managed, 'additionalSubsetNames');
  return changed(rule, (one) => {
    const list = listAt(one, 'spec', 'subsets').flatMap((subset) => {
      const name = textAt(subset, 'name');
      const hash = hashes.get(name);
      if (hash === undefined) return kept.includes(name ?? '') ? [subset] : [];
      return [{ ...(subset as object), labels: { ...labelsAt(subset, 'labels'), [HASH]: hash } }];
    });
    return { ...one, spec: { ...(at(one, 'spec') as object), subsets: list } };
  });
}

/** The VirtualServices that a Rollout manages, each with the names of its routes. */
function managedVirtualServices(istio: unknown): { readonly name: string; readonly routes: readonly string[] }[] {
  const stated = [...(has(istio, 'virtualService') ? [at(istio, 'virtualService')] : []), ...listAt(istio, 'virtualServices')];
  return stated.flatMap((one) => {
    const name = textAt(one, 'name');
    return name === undefined ? [] : [{ name, routes: listAt(one, 'routes').filter((route) => typeof route === 'string') }];
  });
}
