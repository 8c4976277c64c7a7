import { GatewayServer, IngressGateway, Match, Parameter, Route } from 'cdk8s-progressive';
import { RE2JS } from 're2js';
import { problemsOf } from '../support/chart';
import { matchOf, specOf, withRoutes } from './support';

test.each([
  ['header, exactly', Match.header('X-group').exact('test'), { headers: { 'X-group': { exact: 'test' } } }],
  ['header, beginning', Match.header('x').prefix('te'), { headers: { x: { prefix: 'te' } } }],
  ['header, expression', Match.header('x').regex('a|b'), { headers: { x: { regex: 'a|b' } } }],
  ['header, presence', Match.header('x').present(), { headers: { x: {} } }],
  ['header, absence', Match.header('x').absent(), { withoutHeaders: { x: {} } }],
  ['header, exclusion', Match.withoutHeader('x').exact('bot'), { withoutHeaders: { x: { exact: 'bot' } } }],
  ['path, exactly', Match.uri().exact('/x'), { uri: { exact: '/x' } }],
  ['path, beginning, any case', Match.uri().ignoringCase().prefix('/x'), { uri: { prefix: '/x' }, ignoreUriCase: true }],
  ['path, expression, any case', Match.uri().ignoringCase().regex('/x/[0-9]+'), { uri: { regex: '(?i)/x/[0-9]+' } }],
  ['one method', Match.method('GET'), { method: { exact: 'GET' } }],
  ['several methods', Match.method('GET', 'M-SEARCH'), { method: { regex: '^(?:GET|M-SEARCH)$' } }],
  ['scheme', Match.scheme('https'), { scheme: { exact: 'https' } }],
  ['authority', Match.authority().exact('shop.example.com'), { authority: { exact: 'shop.example.com' } }],
  ['authority, expression', Match.authority().regex('.*\\.example\\.com'), { authority: { regex: '.*\\.example\\.com' } }],
  ['query, exactly', Match.queryParameter('v').exact('2'), { queryParams: { v: { exact: '2' } } }],
  ['query, beginning', Match.queryParameter('v').prefix('2.'), { queryParams: { v: { regex: '^2\\..*$' } } }],
  ['query, presence', Match.queryParameter('v').present(), { queryParams: { v: { regex: '.*' } } }],
  ['source labels', Match.sourceLabels({ app: 'web' }), { sourceLabels: { app: 'web' } }],
  ['source namespace', Match.sourceNamespace('web'), { sourceNamespace: 'web' }],
  ['port', Match.port(80), { port: 80 }],
  ['gateways', Match.gateways('edge/shop', 'mesh'), { gateways: ['edge/shop', 'mesh'] }],
  ['a parameter', Match.header('x').exact(`${Parameter.integer('group', { defaultValue: 7 })}`), { headers: { x: { exact: '7' } } }],
])('%s', (_, match, expected) => {
  expect(matchOf(match)).toEqual(expected);
});

test('a gateway is named as the namespace of the VirtualService sees it', () => {
  const spec = specOf((v1, _, chart) => {
    const servers = [GatewayServer.http(['*'])];
    const [here, there] = [
      new IngressGateway(chart, 'here', { servers }),
      new IngressGateway(chart, 'there', { namespace: 'edge', servers }),
    ];
    return { routes: [Route.when(Match.gateways(here, there)).to(v1)], gateways: [here], hosts: ['shop.example.com'] };
  });
  expect(spec).toMatchObject({ http: [{ match: [{ gateways: ['here', 'edge/there'] }] }] });
});

test('all of one match, any of several', () => {
  const both = Match.uri().prefix('/api').and(Match.method('GET')).and(Match.header('a').exact('1')).and(Match.header('b').present());
  expect(specOf((v1) => [Route.when(both, Match.port(80)).to(v1)])).toMatchObject({
    http: [{ match: [{ uri: { prefix: '/api' }, method: { exact: 'GET' }, headers: { a: { exact: '1' }, b: {} } }, { port: 80 }] }],
  });
});

test('the same condition twice is one', () => {
  expect(matchOf(Match.header('a').exact('1').and(Match.header('a').exact('1')))).toEqual({ headers: { a: { exact: '1' } } });
});

test.each([
  [Match.header('A').exact('1').and(Match.header('a').exact('2')), "the header 'A' cannot be both exact '1' and exact '2'"],
  [
    Match.header('a').exact('1').and(Match.header('A').absent()),
    "the header 'A' cannot be demanded (exact '1') and excluded (present) at once",
  ],
  [Match.uri().exact('/a').and(Match.uri().prefix('/b')), "the path cannot be both exact '/a' and prefix '/b'"],
  [Match.port(80).and(Match.port(81)), "the port cannot be both '80' and '81'"],
  [Match.gateways('a').and(Match.gateways('b')), 'the gateways of both conditions exclude each other'],
  [Match.cookie('a').exact('1').and(Match.cookie('a').exact('2')), "the cookie 'a' cannot be both exact '1' and exact '2'"],
])('what no request can fit: %#', (match, problem) => {
  expect(problemsOf(withRoutes((v1, v2) => [Route.when(match).to(v2), Route.to(v1)]))).toEqual([
    `shop/reviews: routes[0]: match[0]: ${problem}; no request can fit: state alternatives as several matches.`,
  ]);
});

test.each([
  [() => Match.header('x').regex('(?=a)'), /^Match\.header\('x'\)\.regex: '\(\?=a\)' is no RE2 expression: .*RE2 knows no look-ahead/],
  [() => Match.uri().regex('/('), /^Match\.uri\(\)\.regex: '\/\(' is no RE2 expression/],
  [() => Match.cookie('x').regex('(a)\\1'), /^Match\.cookie\('x'\)\.regex: /],
  [() => Match.uri().exact('x'), "Match.uri().exact('x'): a path starts with '/'."],
  [() => Match.method('get'), "Match.method(get): state methods in upper case, such as 'GET'; 'get' is none."],
  [() => Match.port(0), 'Match.port(0): a port is a whole number from 1 to 65535.'],
])('what is refused where it is written: %#', (write, message) => {
  expect(write).toThrow(message);
});

test('cookies that are not there', () => {
  const fits = (match: Match, cookies: string) => {
    const { withoutHeaders } = matchOf(match) as { withoutHeaders: { cookie: { regex: string } } };
    return !RE2JS.matches(withoutHeaders.cookie.regex, cookies);
  };
  const neither = Match.cookie('a').absent().and(Match.cookie('b').absent());
  expect(['', 'c=a', 'ab=1; c=2', 'a=', 'c=1; b=2', 'a=1; b=2'].map((cookies) => fits(neither, cookies))).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
  expect(matchOf(Match.cookie('a').absent())).toEqual({
    withoutHeaders: { cookie: { regex: '^(?:(?:.*;\\s*)?a=[^;]*(?:;.*)?)$' } },
  });
  expect(matchOf(Match.cookie('a').absent().and(Match.cookie('b').exact('1')))).toMatchObject({
    headers: { cookie: { regex: expect.stringContaining('b=1') } },
    withoutHeaders: { cookie: { regex: expect.stringContaining('a=') } },
  });
  expect(problemsOf(withRoutes((v1) => [Route.when(Match.cookie('a').absent().and(Match.cookie('a').present())).to(v1)]))).toEqual([
    "shop/reviews: routes[0]: match[0]: the cookie 'a' cannot be demanded and excluded at once; no request can fit: state alternatives as several matches.",
  ]);
});

test('entrances that callers do not have', () => {
  expect(problemsOf(withRoutes((v1) => [Route.when(Match.gateways('edge/shop')).to(v1), Route.when(Match.port(8080)).to(v1)]))).toEqual([
    'shop/reviews: routes[0]: match[0]: gateways edge/shop: callers come through mesh only; state the gateway in gateways too.',
    'shop/reviews: routes[1]: match[0]: port 8080: the service has no such port; it has 80.',
  ]);
});

test('what Istio would ignore, or nobody sends', () => {
  const ignored = Match.gateways('mesh').and(Match.sourceLabels({ app: 'web' }));
  expect(
    problemsOf(
      withRoutes((v1) => [
        Route.when(ignored).to(v1),
        Route.when(Match.scheme('ftp')).to(v1),
        Route.when(Match.header('a b').present()).to(v1),
      ]),
    ),
  ).toEqual([
    'shop/reviews: routes[0]: match[0]: Istio ignores sourceLabels and sourceNamespace beside gateways; state them in two matches, or leave gateways out.',
    "shop/reviews: routes[1]: match[0].scheme 'ftp' is neither http nor https.",
    "shop/reviews: routes[2]: match[0]: 'a b' is no name of a header: letters, digits and '-'.",
  ]);
});
