import type { TreeObject } from '../../manifest/tree';
import type { Condition } from '../../parameters/condition';
import { serviceLabels } from '../../service/labels';
import type { Microservice } from '../../service/microservice';
import type { ServiceVersion } from '../../service/version';
import { claimHosts } from '../claimed-hosts';
import { type Exposure, MESH } from '../exposure';
import type { Route } from '../route';
import { routesProblems } from '../route-problems';
import { gatewayNames } from './http-match';
import { httpRoute } from './http-route';
import { httpRoutes } from './http-routes';
import { rewriteProblems } from './rewrite-problems';

/** One of several variants of an object, of which one exists at a time. */
export interface Variant {
  readonly when?: Condition;
  readonly idSuffix: string;
}

/**
 * The routes of a service, in order. See https://istio.io/latest/docs/reference/config/networking/virtual-service/
 * @param subsets The subset of each version.
 * @param exposure Where callers come from. Default: from the mesh only.
 * @param variant When the routes hold, where they exist in several variants. Default: always.
 */
export function addVirtualService(
  service: Microservice,
  routes: readonly Route[],
  subsets: ReadonlyMap<ServiceVersion, string>,
  exposure: Exposure = {},
  variant: Variant = { idSuffix: '' },
): void {
  for (const problem of routesProblems(service, routes)) service.addProblem(problem);
  for (const [index, route] of routes.entries())
    for (const problem of rewriteProblems(route)) service.addProblem(`routes[${index}]: ${problem}`);
  if (exposure.delegate) {
    const http = routes.map((route) => httpRoute(route, service.namespace, subsets));
    addObject(service, 'delegate-virtual-service', `${service.name}-delegate`, { http }, variant);
  }
  if (!exposure.delegate || exposure.mesh !== false)
    addObject(
      service,
      'virtual-service',
      service.name,
      { ...addresses(service, exposure, routes), http: httpRoutes(service, routes, subsets) },
      variant,
    );
}

function addObject(service: Microservice, id: string, name: string, spec: TreeObject, { when, idSuffix }: Variant): void {
  service.addObject(`${id}${idSuffix}`, {
    apiVersion: 'networking.istio.io/v1',
    kind: 'VirtualService',
    name,
    labels: serviceLabels(service),
    when,
    fields: { spec },
  });
}

/** Hosts, and gateways where they are more than the mesh. */
function addresses(service: Microservice, exposure: Exposure, routes: readonly Route[]): TreeObject {
  const { gateways = [], hosts = [], mesh = true } = exposure;
  const names = gatewayNames(gateways, service.namespace);
  const entrances = mesh ? [MESH, ...names] : names;
  // Routes that are delegated to are asked wherever the host comes in.
  if (!exposure.delegate) for (const problem of entranceProblems(service, routes, entrances)) service.addProblem(problem);
  const all = mesh ? [service.name, ...hosts] : hosts;
  if (!mesh && (hosts.length === 0 || gateways.length === 0))
    service.addProblem('mesh is false, so nobody could call: state gateways and hosts, or leave mesh out.');
  if (mesh && service.headless)
    service.addProblem(
      'headless: callers in the mesh reach the pod whose address they dialled, whatever the routes say; leave headless out, or state mesh: false.',
    );
  if (mesh && hosts.includes('*')) service.addProblem("hosts '*' cannot be routed in the mesh; state mesh: false, or the hosts.");
  if (gateways.length > 0 && hosts.length === 0)
    service.addProblem('gateways are stated without hosts; state the hosts by which the service is called from outside.');
  for (const problem of claimHosts(service, all, entrances, service.namespace)) service.addProblem(problem);
  return { hosts: all, gateways: names.length > 0 ? entrances : undefined };
}

/** Matches on a gateway through which nobody comes, and, where callers come from the mesh only, on a port that they cannot dial. */
function entranceProblems(service: Microservice, routes: readonly Route[], entrances: readonly string[]): string[] {
  const ports = service._ports.map(({ port }) => port);
  const onlyMesh = entrances.every((each) => each === MESH);
  return routes.flatMap(({ matches }, index) =>
    matches.flatMap(({ _parts: { gateways, port } }, at) => {
      const problems: string[] = [];
      const named = gateways && gatewayNames(gateways, service.namespace);
      if (named && named.length > 0 && !named.some((each) => entrances.includes(each)))
        problems.push(
          `gateways ${named.join(', ')}: callers come through ${entrances.join(', ')} only; state the gateway in gateways too.`,
        );
      if (port !== undefined && onlyMesh && !ports.includes(port))
        problems.push(`port ${port}: the service has no such port; it has ${ports.join(', ')}.`);
      return problems.map((problem) => `routes[${index}]: match[${at}]: ${problem}`);
    }),
  );
}
