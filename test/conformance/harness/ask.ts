import type { KubeObject } from './kube';
import type { MeshRequest } from './mesh';
import { fitting, nearMisses, type StringMatch } from './sample';

// Makes the requests that a set of manifests has to be asked: one for each match of each route, and its near misses.

interface HttpMatch {
  readonly uri?: StringMatch;
  readonly method?: StringMatch;
  readonly headers?: Readonly<Record<string, StringMatch>>;
  readonly withoutHeaders?: Readonly<Record<string, StringMatch>>;
  readonly queryParams?: Readonly<Record<string, StringMatch>>;
}
interface VirtualService extends KubeObject {
  spec: { hosts?: string[]; gateways?: string[]; http?: { match?: HttpMatch[] }[] };
}
interface Gateway extends KubeObject {
  spec: { servers: { port: { number: number; protocol: string }; hosts: string[]; tls?: { httpsRedirect?: boolean } }[] };
}
interface Service extends KubeObject {
  spec: { ports?: { port: number }[] };
}
type Question = Omit<MeshRequest, 'id'>;

const concrete = (host: string) => host.replace(/^\*\./, 'any.').replace(/^\*$/, 'any.example.com');
const namespaceOf = ({ metadata }: KubeObject) => metadata.namespace ?? 'default';

/** A request that a match fits; nothing where it has a regular expression that cannot be guessed. */
function fittingRequest(start: Question, { uri = {}, method = {}, headers = {}, queryParams = {} }: HttpMatch): Question | undefined {
  const path = fitting(uri, '/');
  const query = Object.entries(queryParams).map(([name, match]) => [name, fitting(match, 'x')] as const);
  const given = Object.entries(headers).map(([name, match]) => [name, fitting(match, 'x')] as const);
  if (path === undefined || [...query, ...given].some(([, value]) => value === undefined)) return undefined;
  const text = query.map(([name, value]) => `${name}=${value}`).join('&');
  const verb = fitting(method, 'GET');
  return {
    ...start,
    path: `${path.startsWith('/') ? path : `/${path}`}${text ? `?${text}` : ''}`,
    ...(verb && verb !== 'GET' ? { method: verb } : {}),
    headers: Object.fromEntries(given) as Record<string, string>,
  };
}

/** The requests that nearly fit: each header left out or changed, another path, another method. */
function* variants(request: Question, { withoutHeaders = {} }: HttpMatch): Generator<Question> {
  const { headers = {}, path } = request;
  for (const name of Object.keys(headers)) {
    const { [name]: value, ...rest } = headers;
    yield { ...request, headers: rest };
    for (const near of nearMisses(String(value))) yield { ...request, headers: { ...headers, [name]: near } };
  }
  for (const [name, match] of Object.entries(withoutHeaders))
    yield { ...request, headers: { ...headers, [name]: fitting(match, 'x') ?? 'x' } };
  const [place = '/', query] = path.split('?');
  const end = query ? `?${query}` : '';
  yield { ...request, path: place };
  for (const near of [`${place}x`, `${place.replace(/\/$/, '')}/x`, place.slice(0, -1)])
    if (near.startsWith('/')) yield { ...request, path: near + end };
  yield { ...request, method: request.method === 'POST' ? 'GET' : 'POST' };
}

/** From where a VirtualService can be asked: the gateways of the set that it names, and the mesh. */
function startsOf(service: VirtualService, gateways: readonly Gateway[], services: readonly Service[]): Question[] {
  const { hosts = [], gateways: named = ['mesh'] } = service.spec;
  return named.flatMap((name) => {
    if (name === 'mesh') {
      const own = services.find((one) => hosts[0]?.split('.')[0] === one.metadata.name && namespaceOf(one) === namespaceOf(service));
      const port = own?.spec.ports?.[0]?.port ?? 80;
      return hosts.slice(0, 1).map((host) => ({ from: `mesh:${namespaceOf(service)}/asking`, host: concrete(host), path: '/', port }));
    }
    const full = name.includes('/') ? name : `${namespaceOf(service)}/${name}`;
    const gateway = gateways.find((one) => `${namespaceOf(one)}/${one.metadata.name}` === full);
    return (gateway?.spec.servers ?? []).flatMap(({ port, hosts: at }) => {
      const host = hosts[0] === '*' ? (at[0] ?? '*').replace(/^.*\//, '') : (hosts[0] ?? '*');
      return [
        {
          from: `gateway:${full}`,
          host: concrete(host),
          path: '/',
          port: port.number,
          ...(/HTTPS/i.test(port.protocol) ? { tls: true } : {}),
        },
      ];
    });
  });
}

const ofKind = <T extends KubeObject>(objects: readonly KubeObject[], kind: string, group: string) =>
  objects.filter((one) => one.kind === kind && one.apiVersion.startsWith(group)) as T[];

/** Every request that the VirtualServices of a set have to be asked. */
export function requestsFor(objects: readonly KubeObject[]): MeshRequest[] {
  const gateways = ofKind<Gateway>(objects, 'Gateway', 'networking.istio.io/');
  const services = ofKind<Service>(objects, 'Service', 'v1');
  const questions = ofKind<VirtualService>(objects, 'VirtualService', 'networking.istio.io/').flatMap((service) =>
    startsOf(service, gateways, services).flatMap((start) => {
      const matches = (service.spec.http ?? []).flatMap((rule) => rule.match ?? []);
      const fit = matches.flatMap((match) => {
        const request = fittingRequest(start, match);
        return request ? [request, ...variants(request, match)] : [];
      });
      return [start, { ...start, path: '/elsewhere/1?a=b' }, ...fit];
    }),
  );
  const unique = new Map(questions.map((question) => [JSON.stringify(question), question]));
  return [...unique].map(([id, question]) => ({ id, ...question, mirrors: true }));
}
