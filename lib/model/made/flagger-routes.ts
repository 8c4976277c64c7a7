import { at, entriesAt, has, listAt, numberAt, textAt, textsAt } from '../loose';
import { namespaceOf } from '../objects';
import type { SourcedManifest } from '../sourced';
import { made } from './made';

/** Fields of `service` that every rule gets. */
const SHARED = ['rewrite', 'timeout', 'retries', 'corsPolicy', 'headers'];

/** The routing objects of a Canary, by its provider; Istio is the usual one. */
export function flaggerRoutes(canary: SourcedManifest, apex: string, weight: number): SourcedManifest[] {
  const provider = textAt(canary.manifest, 'spec', 'provider') || 'istio';
  if (provider.startsWith('gatewayapi')) return [httpRoute(canary, apex, weight)];
  if (provider !== 'istio') return [];
  const policy = at(canary.manifest, 'spec', 'service', 'trafficPolicy');
  const rule = (role: string) =>
    made(canary, 'networking.istio.io/v1', 'DestinationRule', `${apex}-${role}`, { host: `${apex}-${role}`, trafficPolicy: policy });
  return [virtualService(canary, apex, weight), rule('primary'), rule('canary')];
}

function virtualService(canary: SourcedManifest, apex: string, weight: number): SourcedManifest {
  const spec = at(canary.manifest, 'spec');
  const service = at(spec, 'service');
  const stated = textsAt(service, 'hosts');
  const hosts = stated.includes(apex) || stated.includes('*') ? stated : [...stated, apex];
  const gateways = textsAt(service, 'gateways');
  const delegation = at(service, 'delegation') === true;
  const shared = Object.fromEntries(SHARED.filter((field) => has(service, field)).map((field) => [field, at(service, field)]));
  const port = at(service, 'portDiscovery') === true ? { port: { number: numberAt(service, 'port') ?? 80 } } : {};
  const route = (primary: number, under: number) => [
    { destination: { host: `${apex}-primary`, ...port }, weight: primary },
    { destination: { host: `${apex}-canary`, ...port }, weight: under },
  ];
  const match = listAt(service, 'match');
  const matched = match.length > 0 ? { match } : {};
  const http = isAbTest(spec)
    ? [
        { ...shared, match: merged(listAt(spec, 'analysis', 'match'), match), route: weight > 0 ? route(0, 100) : route(100, 0) },
        { ...shared, ...matched, route: [{ destination: { host: `${apex}-primary`, ...port }, weight: 100 }] },
      ]
    : [{ ...shared, ...matched, route: route(100 - weight, weight) }];
  const bound = delegation ? {} : { hosts, gateways: gateways.length > 0 ? gateways : ['mesh'] };
  return made(canary, 'networking.istio.io/v1', 'VirtualService', apex, { ...bound, http });
}

/** The conditions of an A/B test beside those of the service: of the test's, headers and source labels count. */
function merged(test: readonly unknown[], service: readonly unknown[]): unknown[] {
  if (service.length === 0) return [...test];
  return test.flatMap((condition) =>
    service.map((base) => ({
      ...Object.fromEntries(entriesAt(base)),
      headers: { ...Object.fromEntries(entriesAt(base, 'headers')), ...Object.fromEntries(entriesAt(condition, 'headers')) },
      sourceLabels: { ...Object.fromEntries(entriesAt(base, 'sourceLabels')), ...Object.fromEntries(entriesAt(condition, 'sourceLabels')) },
    })),
  );
}

function httpRoute(canary: SourcedManifest, apex: string, weight: number): SourcedManifest {
  const service = at(canary.manifest, 'spec', 'service');
  const namespace = namespaceOf(canary);
  const backend = (role: string, share: number) => ({
    name: `${apex}-${role}`,
    namespace,
    port: numberAt(service, 'port') ?? 80,
    weight: share,
  });
  const under = isAbTest(at(canary.manifest, 'spec')) ? 0 : weight;
  const rule = { backendRefs: [backend('primary', 100 - under), backend('canary', under)] };
  const spec = { parentRefs: listAt(service, 'gatewayRefs'), hostnames: textsAt(service, 'hosts'), rules: [rule] };
  return made(canary, 'gateway.networking.k8s.io/v1', 'HTTPRoute', apex, spec);
}

/** Whether users are told apart by conditions, not by weights. */
function isAbTest(spec: unknown): boolean {
  const analysis = at(spec, has(spec, 'analysis') ? 'analysis' : 'canaryAnalysis');
  return (numberAt(analysis, 'iterations') ?? 0) > 0 && listAt(analysis, 'match').length > 0;
}
