import type { Microservice } from '../service/microservice';
import { isHttp, portProblem } from '../service/ports';
import { isHeaderName } from './header-name';
import type { MatchParts } from './match-parts';
import type { Route } from './route';
import { optionProblems } from './route-option-problems';
import { splitProblems } from './split-problems';

/** What in the routes of one service cannot work. */
export function routesProblems(service: Microservice, routes: readonly Route[]): string[] {
  const problems = portsProblems(service);
  if (routes.length === 0) problems.push('routes is empty, so every request would get 404; add Route.to(version).');
  for (const [index, route] of routes.entries()) {
    const at = `routes[${index}]${route._parts.name ? ` (${route._parts.name})` : ''}`;
    const others = foreignVersions(service, route);
    if (route._parts.service)
      problems.push(`${at} leads to a whole service, and the routes of a service choose among its versions; write to(version).`);
    if (route._parts.delegate) problems.push(`${at} delegates, and the routes of a service are delegated to; state it in HostRoutes.`);
    problems.push(...[...others, ...routeProblems(route)].map((problem) => `${at}: ${problem}`));
  }
  return [...problems, ...orderProblems(routes)];
}

function portsProblems({ _ports: [main] }: Microservice): string[] {
  if (!main) return ['the service has no port, so nothing can be routed to it; state ports, or a release without routes.'];
  if (isHttp(main.protocol)) return [];
  return [
    `the main port '${main.name}' speaks ${main.protocol}, and routes are for HTTP: Istio would ignore them; put an HTTP port first, or use a release without routes.`,
  ];
}

/** What in one route cannot work, whoever states it. */
export function routeProblems(route: Route): string[] {
  return [...matchProblems(route), ...splitProblems(route), ...optionProblems(route)];
}

/** Rules behind one that takes every request. */
export function orderProblems(routes: readonly Route[]): string[] {
  const last = routes.findIndex(takesAll);
  return routes.flatMap((_, index) =>
    last >= 0 && index > last
      ? [`routes[${index}] stands behind routes[${last}], which takes every request: no request would ever reach it; put it before.`]
      : [],
  );
}

function takesAll({ matches }: Route): boolean {
  return matches.length === 0 || matches.some(({ _parts }) => takesEveryRequest(_parts));
}

/** Whether a match has no condition, but perhaps one on the path that every path fits. */
export function takesEveryRequest({ uri, ignoreUriCase: _, cookies: __, ...others }: MatchParts): boolean {
  const everyPath = uri === undefined || ('prefix' in uri && uri.prefix === '/') || ('regex' in uri && ['.*', '/.*'].includes(uri.regex));
  return everyPath && Object.values(others).every((part) => part === undefined);
}

function foreignVersions(service: Microservice, route: Route): string[] {
  const versions = [...route.destinations, ...(route._parts.mirrors ?? [])].map(({ version }) => version);
  return versions
    .filter((version) => version.service !== service)
    .map(
      (version) =>
        `version '${version.name}' belongs to ${version.service.node.path}, not to this service; route to one of ${service.versions.map(({ name }) => name).join(', ')}.`,
    );
}

function matchProblems({ matches }: Route): string[] {
  return matches.flatMap((match, index) => {
    const problems = match._problems.map(
      (problem) => `match[${index}]: ${problem}; no request can fit: state alternatives as several matches.`,
    );
    const { port, method, scheme, gateways, sourceLabels, sourceNamespace } = match._parts;
    if (gateways && (sourceLabels || sourceNamespace))
      problems.push(
        `match[${index}]: Istio ignores sourceLabels and sourceNamespace beside gateways; state them in two matches, or leave gateways out.`,
      );
    for (const header of [...Object.keys(match._parts.headers ?? {}), ...Object.keys(match._parts.withoutHeaders ?? {})])
      if (!isHeaderName(header)) problems.push(`match[${index}]: '${header}' is no name of a header: letters, digits and '-'.`);
    const wrong = port === undefined ? undefined : portProblem(port);
    if (wrong) problems.push(`match[${index}].port ${port} ${wrong}`);
    if (method && 'exact' in method && method.exact !== method.exact.toUpperCase())
      problems.push(`match[${index}].method '${method.exact}' is not in upper case.`);
    if (scheme && 'exact' in scheme && !['http', 'https'].includes(scheme.exact))
      problems.push(`match[${index}].scheme '${scheme.exact}' is neither http nor https.`);
    return problems;
  });
}
