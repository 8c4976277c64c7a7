import type { TreeObject } from '../../manifest/tree';
import { restOf } from '../../parameters/rest';
import { serviceLabels } from '../../service/labels';
import type { Microservice } from '../../service/microservice';
import type { ServiceVersion } from '../../service/version';
import type { Match, TextCondition } from '../match';
import type { Route } from '../route';

/** The routes of a service, in order. See https://istio.io/latest/docs/reference/config/networking/virtual-service/ */
export function addVirtualService(service: Microservice, routes: readonly Route[], subsets: ReadonlyMap<ServiceVersion, string>): void {
  service.addObject('virtual-service', {
    apiVersion: 'networking.istio.io/v1',
    kind: 'VirtualService',
    name: service.name,
    labels: serviceLabels(service),
    fields: {
      spec: {
        hosts: [service.name],
        http: routes.map((route) => httpRoute(service, route, subsets)),
      },
    },
  });
}

function httpRoute(service: Microservice, route: Route, subsets: ReadonlyMap<ServiceVersion, string>): TreeObject {
  const stated = route.destinations.flatMap((each) => (each.percent === undefined ? [] : [each.percent]));
  return {
    match: route.matches.length > 0 ? route.matches.map(matchTree) : undefined,
    route: route.destinations.map(({ version, percent }) => ({
      destination: { host: service.name, subset: subsets.get(version), port: { number: service.port } },
      weight: route.destinations.length > 1 ? (percent ?? restOf(stated)) : undefined,
    })),
  };
}

function matchTree(match: Match): TreeObject {
  const headers = match._parts.headers;
  return { headers: headers && Object.fromEntries(Object.entries(headers).map(([name, condition]) => [name, textMatch(condition)])) };
}

function textMatch(condition: TextCondition): TreeObject {
  return 'present' in condition ? {} : condition;
}
