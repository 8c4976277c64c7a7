import type { HttpMatch, VirtualService } from '../../model/istio/virtual-service';
import { type Labels, selects } from '../../model/labels';
import type { TableRoute } from './table';

/** The proxy that a table is made for, at one of its ports. */
export interface ProxyView {
  readonly namespace: string;
  readonly labels: Labels;
  readonly port: number;
  /** `mesh`, or the gateway that the routes are made for. */
  readonly gateway: string;
}

/** Routes of VirtualServices that are the same at every proxy. */
const everywhere = new WeakMap<VirtualService, readonly TableRoute[]>();

/** The routes of a VirtualService at a proxy. Behind a match that fits everything nothing is kept: it can never be reached. */
export function routesOf(service: VirtualService, view: ProxyView): readonly TableRoute[] {
  const known = everywhere.get(service);
  if (known) return known;
  const routes = routesAt(service, view);
  if (service.rules.every((rule) => rule.matches.every(isForAll))) everywhere.set(service, routes);
  return routes;
}

function isForAll({ port, gateways, sourceLabels, sourceNamespace }: HttpMatch): boolean {
  return port === undefined && sourceNamespace === undefined && gateways.length === 0 && Object.keys(sourceLabels).length === 0;
}

function routesAt(service: VirtualService, view: ProxyView): readonly TableRoute[] {
  const routes: TableRoute[] = [];
  for (const rule of service.rules) {
    for (const match of rule.matches.length > 0 ? rule.matches : [undefined]) {
      if (match && !appliesAt(match, view)) continue;
      routes.push({ service, rule, match });
      if (isCatchAll(match)) return routes;
    }
  }
  return routes;
}

/** Whether a match holds for a proxy at all. One that lists gateways does not look at labels and namespaces. */
export function appliesAt(match: HttpMatch, { namespace, labels, port, gateway }: ProxyView): boolean {
  if (match.port !== undefined && match.port !== port) return false;
  if (match.gateways.length > 0) return match.gateways.includes(gateway);
  return selects(match.sourceLabels, labels) && (match.sourceNamespace === undefined || match.sourceNamespace === namespace);
}

export function isCatchAll(match: HttpMatch | undefined): boolean {
  if (!match) return true;
  const { uri } = match;
  const everyPath = !uri || (uri.kind === 'prefix' && uri.value === '/') || (uri.kind === 'regex' && uri.value === '.*');
  const others = [match.headers, match.withoutHeaders, match.queryParams].some((list) => list.length > 0);
  return everyPath && !others && !match.method && !match.authority && !match.scheme;
}
