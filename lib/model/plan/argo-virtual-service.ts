import type { Manifest } from '../../manifest/manifest';
import { at, fields, list, text, words } from './data';

/** Why a VirtualService does not serve a Rollout: no such route, more than one, or a version that is not among the destinations. */
export function virtualServiceProblem(found: Manifest, ref: unknown, canary: unknown): string | undefined {
  const spec = at(found, 'spec');
  if (!['http', 'tls', 'tcp'].some((kind) => at(spec, kind) !== undefined))
    return 'Unable to get any of the HTTP, TCP or TLS routes for the Istio VirtualService';
  if (at(spec, 'http') === undefined) return undefined;
  const wrong = httpProblem(list(at(spec, 'http')), list(at(ref, 'routes')).map(words), canary);
  return wrong && `Istio VirtualService has invalid HTTP routes. Error: ${wrong}`;
}

function httpProblem(routes: readonly unknown[], names: readonly string[], canary: unknown): string | undefined {
  const picked: unknown[] = [];
  if (names.length === 0) {
    const only = routes.length === 1 ? routes[0] : routes.find((route) => !text(at(route, 'name')));
    if (only !== undefined) picked.push(only);
  }
  for (const name of names) {
    const route = routes.find((one) => at(one, 'name') === name);
    if (route === undefined) return `HTTP Route '${name}' is not found in the defined Virtual Service.`;
    picked.push(route);
  }
  for (const route of picked) {
    const wrong = destinationProblem(route, canary);
    if (wrong) return wrong;
  }
  const managed = list(at(canary, 'trafficRouting', 'managedRoutes')).map((route) => at(route, 'name'));
  const others = routes.filter((route) => !managed.includes(at(route, 'name')));
  if (names.length === 0 && others.length > 1)
    return 'spec.http[] should be set in VirtualService and it must have exactly one route when omitting spec.strategy.canary.trafficRouting.istio.virtualService.routes';
  return undefined;
}

function destinationProblem(route: unknown, canary: unknown): string | undefined {
  const destinations = list(at(route, 'route')).map((one) => at(one, 'destination'));
  const rule = fields(at(canary, 'trafficRouting', 'istio', 'destinationRule'));
  if (rule) {
    for (const [field, title] of [
      ['canarySubsetName', 'Canary'],
      ['stableSubsetName', 'Stable'],
    ] as const) {
      const subset = text(rule[field]);
      if (!subset || !destinations.some((one) => at(one, 'subset') === subset))
        return `${title} DestinationRule subset '${subset ?? ''}' not found in route`;
    }
    return undefined;
  }
  const pair = fields(at(canary, 'pingPong'));
  const services: [string, string | undefined][] = [
    ['Canary', text(pair?.pongService) ?? text(at(canary, 'canaryService'))],
    ['Stable', text(pair?.pingService) ?? text(at(canary, 'stableService'))],
  ];
  for (const [title, service] of services) {
    if (!service || !destinations.some((one) => (text(at(one, 'host')) ?? '').split('.')[0] === service))
      return `${title} Service '${service ?? ''}' not found in route`;
  }
  return undefined;
}
