import fc from 'fast-check';
import { modelOf } from '../../../lib/model/model-of';
import { readManifests } from '../../../lib/model/read';
import type { Request, RouteAnswer } from '../../../lib/simulate/requests/request';
import { route } from '../../../lib/simulate/requests/route';
import { generatedCase } from './generate/case';

const BASE = `
apiVersion: v1
kind: Service
metadata: {name: reviews, namespace: shop}
spec: {selector: {app: reviews}, ports: [{name: http, port: 80}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: reviews-v1, namespace: shop}
spec: {replicas: 3, template: {metadata: {labels: {app: reviews, version: v1}}}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: reviews-v2, namespace: shop}
spec: {template: {metadata: {labels: {app: reviews, version: v2}}}}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: gw, namespace: shop}
spec: {selector: {istio: ingressgateway}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*.com"]}]}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: reviews, namespace: shop}
spec:
  host: reviews
  trafficPolicy: {loadBalancer: {consistentHash: {httpCookie: {name: sid, ttl: 60s}}}}
  subsets: [{name: v1, labels: {version: v1}}, {name: v2, labels: {version: v2}}, {name: ghost, labels: {version: v9}}]
---
`;

function ask(http: string, request: Partial<Request>, rest = ''): RouteAnswer {
  const service = `apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: vs, namespace: shop}\nspec: {hosts: [a.com, reviews], gateways: [gw, mesh], http: ${http}}\n`;
  const { manifests, problems } = readManifests([{ file: 'a', content: BASE + service + rest }]);
  expect(problems).toEqual([]);
  return route(modelOf(manifests), { host: 'a.com', ...request });
}
const TO = (subset: string) => `route: [{destination: {host: reviews, subset: ${subset}}}]`;
const versions = ({ destinations }: RouteAnswer) => destinations.map(({ version, weight, status }) => [version ?? status, weight]);

describe('which rule fits', () => {
  const rules = `[
    {name: exact, match: [{uri: {exact: /a}}], ${TO('v2')}},
    {name: cookie, match: [{headers: {cookie: {regex: "^(.*?;)?(\\\\s*user=jason)(;.*)?$"}}}], ${TO('v2')}},
    {name: without, match: [{uri: {prefix: /w}, withoutHeaders: {x-b: {regex: ".*"}}}], ${TO('v2')}},
    {name: query, match: [{queryParams: {p: {exact: ""}}}], ${TO('v2')}},
    {name: rest, ${TO('v1')}}]`;
  test.each<[Partial<Request>, string]>([
    [{ path: '/a' }, 'v2'],
    [{ path: '/a/' }, 'v1'],
    [{ path: '/x/../%61#f' }, 'v2'],
    [{ path: '/b', headers: { Cookie: 'a=1; user=jason; b=2' } }, 'v2'],
    [{ path: '/b', headers: { cookie: ['a=1', 'user=jason'] } }, 'v2'],
    [{ path: '/w' }, 'v1'],
    [{ path: '/?p' }, 'v2'],
    [{ path: '/?q=1&p=2' }, 'v1'],
    [{ from: 'mesh:shop/reviews-v1', host: 'reviews', path: '/a' }, 'v2'],
  ])('%j', (request, version) => {
    expect(versions(ask(rules, request))).toEqual([[version, 1]]);
  });

  test('the chain tells why, rule by rule', () => {
    const { why } = ask(rules, { path: '/b' });
    expect(why.filter(({ kind }) => kind === 'rule').map(({ text, path, matched }) => `${path} ${matched} ${text}`)).toEqual([
      'spec.http[0].match[0] false rule exact: the path /b is not /a',
      'spec.http[1].match[0] false rule cookie: the header cookie is missing',
      'spec.http[2].match[0] false rule without: the path /b does not start with /w',
      'spec.http[3].match[0] false rule query: the query parameter p is missing',
      'spec.http[4] true rule rest fits',
    ]);
  });
});

test('shares, missing subsets and empty ones', () => {
  const split =
    '[{route: [{destination: {host: reviews, subset: v1}, weight: 1}, {destination: {host: reviews, subset: nope}, weight: 2}, {destination: {host: reviews, subset: ghost}, weight: 1}]}]';
  const answer = ask(split, {});
  expect([answer.status, versions(answer)]).toEqual([
    null,
    [
      ['v1', 0.25],
      [503, 0.5],
      [503, 0.25],
    ],
  ]);
  expect(answer.destinations.map(({ reason }) => reason)).toEqual([
    undefined,
    'the DestinationRule shop/reviews has no subset nope (it has v1, v2, ghost)',
    'reviews.shop.svc.cluster.local has no pods with version=v9',
  ]);
  const both = ask('[{route: [{destination: {host: reviews}}]}]', {});
  expect(both.destinations[0]?.pods?.map(({ version, weight }) => [version, weight])).toEqual([
    ['v1', 0.75],
    ['v2', 0.25],
  ]);
  expect(both.affinity).toBe('by the cookie sid');
});

test('rewrites, redirects, faults, mirrors, retries and timeouts', () => {
  expect(
    ask(`[{match: [{uri: {prefix: /api}}], rewrite: {uri: /, authority: in.org}, ${TO('v1')}}]`, { path: '/api/x?z=1' }),
  ).toMatchObject({ path: '//x?z=1', host: 'in.org' });
  expect(ask('[{redirect: {uri: /new, scheme: https}}]', { path: '/old?a=1' })).toMatchObject({
    status: 301,
    location: 'https://a.com/new?a=1',
    destinations: [],
  });
  expect(
    ask(
      `[{fault: {abort: {httpStatus: 418, percentage: {value: 100}}, delay: {fixedDelay: 1s, percentage: {value: 10}}}, ${TO('v1')}}]`,
      {},
    ),
  ).toMatchObject({ status: 418, faults: { delay: { percent: 10 } } });
  expect(ask(`[{fault: {abort: {httpStatus: 418}}, ${TO('v1')}}]`, {})).toMatchObject({ status: 200, faults: undefined });
  expect(
    ask(
      `[{mirror: {host: reviews, subset: v2}, mirrorPercentage: {value: 5}, retries: {attempts: 5, retryOn: 5xx}, timeout: 2s, ${TO('v1')}}]`,
      {},
    ),
  ).toMatchObject({
    mirrors: [{ version: 'v2', percent: 5 }],
    retries: { tries: 6, on: '5xx' },
    timeout: '2s',
  });
});

test('what is refused, unknown or not modelled says so', () => {
  expect(ask(`[{${TO('v1')}}]`, { host: 'b.com' }).status).toBe(404);
  expect(ask(`[{${TO('v1')}}]`, { method: 'get' }).status).toBe(400);
  expect(ask(`[{${TO('v1')}}]`, { port: 81 })).toMatchObject({
    status: null,
    unmodelled: ['nothing listens at port 81: the connection is refused'],
  });
  expect(ask(`[{${TO('v1')}}]`, { from: 'gateway:x/y' }).unmodelled?.[0]).toContain('there is no gateway:x/y');
  expect(ask(`[{${TO('v1')}}]`, { from: 'mesh:shop/web', host: 'unknown.org' })).toMatchObject({
    status: 503,
    unmodelled: [expect.stringContaining('unknown.org')],
  });
  expect(ask('[{redirect: {uri: /x, redirectCode: 304}}]', {}).status).toBeNull();
  const refused = ask(`[{retries: {attempts: 0, retryOn: 5xx}, ${TO('v1')}}]`, {});
  expect(refused.status).toBe(404);
});

test('every request has an answer whose shares add up to 1, and equal questions have equal answers', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), (seed) => {
      const { objects, requests } = generatedCase(seed, 25);
      const model = modelOf(
        readManifests([{ file: 'a', content: objects.map((object) => JSON.stringify(object)).join('\n---\n') }]).manifests,
      );
      for (const request of requests) {
        const answer = route(model, request);
        const sum = answer.destinations.reduce((total, { weight }) => total + weight, 0);
        expect(answer.destinations.length === 0 || Math.abs(sum - 1) < 1e-9).toBe(true);
        for (const { pods, weight } of answer.destinations) {
          if (pods) expect(pods.reduce((total, pod) => total + pod.weight, 0)).toBeCloseTo(weight, 9);
        }
        expect(answer.why.length).toBeGreaterThan(0);
        expect(answer.status === null && answer.destinations.length === 0 ? answer.unmodelled : []).toBeDefined();
        expect(route(model, request)).toEqual(answer);
      }
    }),
    { numRuns: 25 },
  );
});

test('odd requests never throw', () => {
  const model = modelOf(readManifests([{ file: 'a', content: BASE }]).manifests);
  const odd = fc.record({
    host: fc.string(),
    path: fc.string(),
    method: fc.constantFrom('GET', 'get', '', 'CONNECT'),
    from: fc.constantFrom('gateway', 'mesh:a/b', 'mesh:', 'gateway:', ''),
    headers: fc.dictionary(fc.string(), fc.string()),
  });
  fc.assert(fc.property(odd, (request) => route(model, request).why.length > 0));
});
