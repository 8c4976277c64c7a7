import { askShop, object } from './shop';

const GATEWAY = object(
  'gateway.networking.k8s.io/v1',
  'Gateway',
  'edge',
  '{gatewayClassName: istio, listeners: [{name: http, port: 80, protocol: HTTP}]}',
);
const service = (version: string) =>
  `apiVersion: v1\nkind: Service\nmetadata: {name: web-${version}, namespace: shop}\nspec: {selector: {app: web, version: ${version}}, ports: [{name: grpc, port: 80}]}\n---\n`;
const route = (rules: string, kind = 'GRPCRoute', name = 'r') =>
  object('gateway.networking.k8s.io/v1', kind, name, `{parentRefs: [{name: edge}], rules: [${rules}]}`);
const to = (version: string) => `backendRefs: [{name: web-${version}, port: 80}]`;
const reached = (more: string, path: string, headers = {}) => {
  const answer = askShop(GATEWAY + service('v1') + service('v2') + more, { from: 'gateway:shop/edge', path, headers });
  return answer.destinations[0]?.version ?? answer.status;
};

describe('a GRPCRoute', () => {
  test.each<[string, string, string, string | number]>([
    ['service and method', '{service: a.A, method: Get}', '/a.A/Get', 'v2'],
    ['service and another method', '{service: a.A, method: Get}', '/a.A/GetAll', 404],
    ['service', '{service: a.A}', '/a.A/Any', 'v2'],
    ['service with a longer name', '{service: a.A}', '/a.AB/Any', 404],
    ['method', '{method: Get}', '/b.B/Get', 'v2'],
    ['expressions', '{type: RegularExpression, service: "a[.].*", method: "G.+"}', '/a.B/Get', 'v2'],
    ['expression of a service', '{type: RegularExpression, service: "a[.].*"}', '/a.B/', 404],
  ])('%s', (_, method, path, expected) => {
    expect(reached(route(`{matches: [{method: ${method}}], ${to('v2')}}`), path)).toBe(expected);
  });

  test('shares one order with HTTPRoutes', () => {
    const both =
      route(`{matches: [{method: {service: a.A}}], ${to('v1')}}, {${to('v1')}}`) +
      route(`{matches: [{path: {value: /a.A/Get}}], ${to('v2')}}`, 'HTTPRoute', 'h');
    expect([reached(both, '/a.A/Get'), reached(both, '/a.A/Put'), reached(both, '/x/Y')]).toEqual(['v2', 'v1', 'v1']);
  });

  test('headers count, and a rule without a backend is answered with 500', () => {
    const rules = route(`{matches: [{headers: [{name: x, value: "1"}]}], ${to('v2')}}, {matches: [{method: {service: a.A}}]}`);
    expect([reached(rules, '/b.B/C', { x: '1' }), reached(rules, '/a.A/C'), reached(rules, '/b.B/C')]).toEqual(['v2', 500, 404]);
  });

  test('filters of HTTP alone make it of no use', () => {
    expect(reached(route(`{filters: [{type: URLRewrite}], ${to('v2')}}`), '/a.A/B')).toBe(404);
  });
});
