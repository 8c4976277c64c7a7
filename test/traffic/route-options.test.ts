import { Duration } from 'cdk8s';
import { Match, Parameter, Route } from 'cdk8s-progressive';
import { problemsOf, text, yaml } from '../support/chart';
import { routeOf, specOf, withRoutes } from './support';

test('name, rewrite, timeout, retries', () => {
  const route = routeOf((start) =>
    start
      .withName('main')
      .withRewrite({ uri: '/v1', authority: 'old.example.com' })
      .withTimeout(Duration.seconds(90))
      .withRetries({ attempts: 2, perTryTimeout: Duration.millis(1500), retryOn: ['5xx', 'reset'], retryRemoteLocalities: true }),
  );
  expect(yaml(route)).toBe(
    text(`
      name: main
      rewrite:
        uri: /v1
        authority: old.example.com
      timeout: "1m30s"
      retries:
        attempts: 2
        perTryTimeout: "1s500ms"
        retryOn: "5xx,reset"
        retryRemoteLocalities: true
      `),
  );
});

test('faults and mirrors, for shares of the requests', () => {
  const share = Parameter.number('share', { defaultValue: 0.5, min: 0, max: 100 });
  const route = routeOf((start, _, v2) =>
    start.withDelay(Duration.seconds(2), { percentage: 10 }).withAbort(503, { percentage: share }).withMirror(v2, { percentage: 1.5 }),
  );
  expect(yaml(route)).toBe(
    text(`
      fault:
        delay:
          fixedDelay: 2s
          percentage:
            value: 10
        abort:
          httpStatus: 503
          percentage:
            value: 0.5
      mirrors:
        - destination:
            host: reviews
            subset: v2
            port:
              number: 80
          percentage:
            value: 1.5
      `),
  );
});

test('other origins, and headers', () => {
  const route = routeOf((start) =>
    start
      .withCors({
        allowOrigins: ['https://a.com'],
        allowOriginRegexes: ['https://.*\\.b\\.com'],
        allowMethods: ['GET'],
        allowHeaders: ['x-a'],
        exposeHeaders: ['x-b'],
        maxAge: Duration.days(1),
        allowCredentials: true,
      })
      .withRequestHeaders({ set: { 'x-version': `${Parameter.integer('n', { defaultValue: 1 })}` }, remove: ['x-debug'] })
      .withResponseHeaders({ add: { 'x-served-by': 'v1' } }),
  );
  expect(yaml(route)).toBe(
    text(`
      corsPolicy:
        allowOrigins:
          - exact: https://a.com
          - regex: "https://.*\\\\.b\\\\.com"
        allowMethods:
          - GET
        allowHeaders:
          - x-a
        exposeHeaders:
          - x-b
        maxAge: 24h
        allowCredentials: true
      headers:
        request:
          set:
            x-version: "1"
          remove:
            - x-debug
        response:
          add:
            x-served-by: v1
      `),
  );
});

test('redirect and direct response come instead of a version', () => {
  const spec = specOf((v1) => [
    Route.when(Match.uri().exact('/old')).redirect({ uri: '/new', authority: 'shop.example.com', scheme: 'https', port: 8443, code: 308 }),
    Route.when(Match.uri().exact('/teapot')).respond(418, { body: 'short and stout' }),
    Route.to(v1),
  ]);
  expect(yaml(spec)).toBe(
    text(`
      hosts:
        - reviews
      http:
        - match:
            - uri:
                exact: /old
          redirect:
            uri: /new
            authority: shop.example.com
            scheme: https
            port: 8443
            redirectCode: 308
        - match:
            - uri:
                exact: /teapot
          directResponse:
            status: 418
            body:
              string: "short and stout"
        - route:
            - destination:
                host: reviews
                subset: v1
                port:
                  number: 80
      `),
  );
});

test('a route is immutable', () => {
  expect(
    specOf((v1) => {
      const plain = Route.to(v1);
      plain.withName('named');
      return [plain];
    }),
  ).toMatchObject({ http: [expect.not.objectContaining({ name: 'named' })] });
});

const rewritten = (prefix: string, uri: string) => (v: { v1: Parameters<typeof Route.to>[0] }) =>
  Route.when(Match.uri().prefix(prefix)).to(v.v1).withRewrite({ uri });

test.each([
  ['withAbort(99)', (v) => Route.to(v.v1).withAbort(99), 'fault.abort.httpStatus is 99; allowed is a whole number from 200 to 599.'],
  ['percentage 101', (v) => Route.to(v.v1).withAbort(500, { percentage: 101 }), 'fault.abort.percentage is 101; allowed is 0 to 100.'],
  [
    'timeout 0',
    (v) => Route.to(v.v1).withTimeout(Duration.seconds(0)),
    'timeout is 0 ms; allowed is a whole number of milliseconds from 1 on.',
  ],
  [
    'attempts 0',
    (v) => Route.to(v.v1).withRetries({ attempts: 0, retryOn: ['5xx'] }),
    'retries.attempts is 0, and Istio then refuses retryOn and perTryTimeout; leave them out.',
  ],
  [
    'retryOn of another name',
    (v) => Route.to(v.v1).withRetries({ attempts: 1, retryOn: ['5XX', '503'] }),
    "retries.retryOn '5XX' is neither an HTTP status nor one of 5xx, gateway-error, reset, reset-before-request, connect-failure, retriable-4xx, refused-stream, retriable-status-codes, retriable-headers, envoy-ratelimited, http3-post-connect-failure, cancelled, deadline-exceeded, internal, resource-exhausted, unavailable.",
  ],
  ['a rewrite without root', (v) => Route.to(v.v1).withRewrite({ uri: 'x' }), "rewrite.uri 'x' does not start with '/'."],
  ['a redirect without root', () => Route.when().redirect({ uri: 'x' }), "redirect.uri 'x' does not start with '/'."],
  [
    'a header with a blank',
    (v) => Route.to(v.v1).withResponseHeaders({ remove: ['a b'] }),
    "headers.response: 'a b' is no name of a header: letters, digits and '-'.",
  ],
  ['no rewrite', (v) => Route.to(v.v1).withRewrite({}), 'rewrite changes nothing; state uri or authority.'],
  [
    'query in rewrite',
    rewritten('/a', '/b?c'),
    "rewrite.uri '/b?c' holds '?', which the request would then have twice; a rewrite leaves the query alone.",
  ],
  [
    'double slash',
    rewritten('/a', '/'),
    "rewrite.uri '/' behind a prefix without '/' at its end makes '//x' of its '/x'; match the prefix with '/' at its end and the exact path besides.",
  ],
  ['no origin', (v) => Route.to(v.v1).withCors({ allowMethods: ['GET'] }), 'corsPolicy allows no origin; state allowOrigins.'],
  [
    'max age in parts of a second',
    (v) => Route.to(v.v1).withCors({ allowOrigins: ['https://a.com'], maxAge: Duration.millis(1500) }),
    'corsPolicy.maxAge is 1500 ms; Istio takes whole seconds.',
  ],
  ['no redirect', () => Route.when().redirect({}), 'redirect leads to where it came from; state uri, authority, scheme or port.'],
  ['304', () => Route.when().redirect({ uri: '/', code: 304 }), 'redirect.redirectCode 304 is none of 301, 302, 303, 307 and 308.'],
  ['600', () => Route.when().respond(600), 'directResponse.status is 600; allowed is a whole number from 200 to 599.'],
  [
    'redirect with timeout',
    () => Route.when().redirect({ uri: '/' }).withTimeout(Duration.seconds(1)),
    'a route with redirect reaches no version, so timeout has no effect; leave it out.',
  ],
  [
    'mirror to itself',
    (v) => Route.to(v.v1).withMirror(v.v1),
    "version 'v1' is mirrored to itself: each of its requests would come twice; mirror to another version.",
  ],
] as [string, (v: { v1: Parameters<typeof Route.to>[0] }) => Route, string][])('what cannot work: %s', (_, route, problem) => {
  expect(problemsOf(withRoutes((v1) => [route({ v1 })]))).toEqual([`shop/reviews: routes[0]: ${problem}`]);
});
