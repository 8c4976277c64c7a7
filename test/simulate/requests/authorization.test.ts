import { askShop, object } from './shop';

const policy = (spec: string, name = 'p', namespace = 'istio-system') =>
  object('security.istio.io/v1', 'AuthorizationPolicy', name, spec, `namespace: ${namespace}`);
const AT = 'selector: {matchLabels: {istio: gateway}}';
const deny = (rules: string) => policy(`{${AT}, action: DENY, rules: [${rules}]}`);
const allow = (rules: string) => policy(`{${AT}, action: ALLOW, rules: [${rules}]}`);

describe('an AuthorizationPolicy at the gateway', () => {
  test.each<[string, string, object, number | null]>([
    ['DENY of a path', deny('{to: [{operation: {paths: ["/admin*"]}}]}'), { path: '/admin/1?x' }, 403],
    ['DENY of another path', deny('{to: [{operation: {paths: ["/admin*"]}}]}'), { path: '/x' }, 200],
    ['a suffix', deny('{to: [{operation: {paths: ["*.php"]}}]}'), { path: '/a/b.php' }, 403],
    ['a template of one segment', deny('{to: [{operation: {paths: ["/a/{*}/c"]}}]}'), { path: '/a/b/b/c' }, 200],
    ['a template of several', deny('{to: [{operation: {paths: ["/a/{**}/c"]}}]}'), { path: '/a/b/b/c' }, 403],
    ['every part has to hold', deny('{to: [{operation: {paths: ["/a"], methods: [PUT]}}]}'), { path: '/a' }, 200],
    ['what is named with not', deny('{to: [{operation: {notMethods: [GET]}}]}'), { method: 'PUT' }, 403],
    ['hosts without case', deny('{to: [{operation: {hosts: ["*.EXAMPLE.com"]}}]}'), {}, 403],
    ['hosts with their port', deny('{to: [{operation: {hosts: ["shop.example.com"]}}]}'), { host: 'shop.example.com:80' }, 200],
    ['a header that is there', deny('{when: [{key: "request.headers[X-A]", values: ["*"]}]}'), { headers: { 'x-a': '1' } }, 403],
    ['a header that is not there', deny('{when: [{key: "request.headers[x-a]", notValues: ["1"]}]}'), {}, 403],
    ['DENY without rules', policy(`{${AT}, action: DENY}`), {}, 200],
    ['ALLOW without rules', policy(`{${AT}}`), {}, 403],
    ['ALLOW of everything', allow('{}'), {}, 200],
    ['ALLOW comes after DENY', deny('{}') + policy(`{${AT}, rules: [{}]}`, 'q'), {}, 403],
    ['one ALLOW of several is enough', allow('{to: [{operation: {ports: ["81"]}}]}') + policy(`{${AT}, rules: [{}]}`, 'q'), {}, 200],
    ['before a host that nobody serves', allow('{to: [{operation: {paths: ["/a"]}}]}'), { host: 'x.com', path: '/b' }, 403],
    ['no client has a name over plain HTTP', allow('{from: [{source: {namespaces: [shop]}}]}'), {}, 403],
    ['no token was read', deny('{from: [{source: {notRequestPrincipals: ["*"]}}]}'), { headers: { authorization: 'Bearer x' } }, 403],
    ['an address that is not known', allow('{from: [{source: {ipBlocks: [10.0.0.0/8]}}]}'), {}, null],
    ['a service that is asked', policy(`{${AT}, action: CUSTOM, provider: {name: x}, rules: [{}]}`), {}, null],
    ['other pods', policy('{selector: {matchLabels: {istio: other}}, action: DENY, rules: [{}]}'), {}, 200],
    ['pods with more labels: nobody knows', policy('{selector: {matchLabels: {app: x}}, action: DENY, rules: [{}]}'), {}, null],
  ])('%s', (_, more, request, status) => {
    const answer = askShop(more, request);
    expect(answer.status).toBe(status);
    expect(answer.unmodelled === undefined).toBe(status !== null);
  });

  test('says which rule denies it, before any route is looked at', () => {
    const { why, destinations } = askShop(deny('{to: [{operation: {methods: [GET]}}]}'));
    expect(destinations).toEqual([]);
    expect(why.at(-1)).toEqual({
      kind: 'action',
      text: 'answers 403: AuthorizationPolicy istio-system/p denies it (spec.rules[0])',
      object: 'AuthorizationPolicy istio-system/p',
    });
  });

  test('a gRPC client gets status 7', () => {
    expect(askShop(deny('{}'), { headers: { 'content-type': 'application/grpc' } })).toMatchObject({ status: 200, grpcStatus: 7 });
  });

  test('a token that is looked at leaves the answer open', () => {
    const tokens = object('security.istio.io/v1', 'RequestAuthentication', 't', `{${AT}}`, 'namespace: istio-system');
    expect(askShop(tokens, { headers: { Authorization: 'Bearer x' } }).status).toBeNull();
    expect(askShop(tokens).status).toBe(200);
  });
});
