import { modelOf } from '../../../lib/model/model-of';
import { readManifests } from '../../../lib/model/read';
import { callChain, versionsOfChain } from '../../../lib/simulate/requests/calls';
import { unmet } from '../../../lib/simulate/requests/expectations';
import { requestFile } from '../../../lib/simulate/requests/table-file';

const service = (name: string, test: boolean) => `
apiVersion: v1
kind: Service
metadata: {name: ${name}, namespace: shop}
spec: {selector: {app: ${name}}, ports: [{name: http, port: 80}]}
---
${['v1', 'v2']
  .map(
    (version) => `apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}-${version}, namespace: shop}
spec: {template: {metadata: {labels: {app: ${name}, version: ${version}}}}}
---
`,
  )
  .join('')}
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: ${name}, namespace: shop}
spec: {host: ${name}, subsets: [{name: v1, labels: {version: v1}}, {name: v2, labels: {version: v2}}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: ${name}, namespace: shop}
spec:
  hosts: [${name}]
  http:
  ${test ? `- {match: [{headers: {x-group: {exact: test}}}], route: [{destination: {host: ${name}, subset: v2}}]}` : ''}
  - {route: [{destination: {host: ${name}, subset: v1}, weight: 75}, {destination: {host: ${name}, subset: v2}, weight: 25}]}
---
`;

const { manifests } = readManifests([
  { file: 'a', content: service('composite', false) + service('product', true) + service('review', true) },
]);
const model = modelOf(manifests);
const request = { from: 'mesh:shop/client', host: 'composite', headers: { 'X-Group': 'test', other: '1' } };
const calls = [{ from: 'composite', forwards: ['x-group'], to: [{ host: 'product', path: '/product/1' }, { host: 'review' }] }];

test('a chain of calls passes headers on, and adds up the versions at every hop', () => {
  const chain = callChain(model, request, calls);
  expect(chain.calls.map((hop) => [hop.request.from, hop.request.host, hop.request.headers, hop.share])).toEqual([
    ['mesh:shop/composite-v1', 'product', { 'X-Group': 'test' }, 0.75],
    ['mesh:shop/composite-v1', 'review', { 'X-Group': 'test' }, 0.75],
    ['mesh:shop/composite-v2', 'product', { 'X-Group': 'test' }, 0.25],
    ['mesh:shop/composite-v2', 'review', { 'X-Group': 'test' }, 0.25],
  ]);
  expect([...(versionsOfChain(chain).get('shop/product') ?? [])]).toEqual([['v2', 1]]);
});

test('without the header the split of each hop holds', () => {
  const chain = callChain(
    model,
    request,
    calls.map((call) => ({ ...call, forwards: [] })),
  );
  expect(Object.fromEntries(versionsOfChain(chain).get('shop/review') ?? [])).toEqual({ v1: 0.75, v2: 0.25 });
});

test('services that call each other in a circle are followed once', () => {
  const circle = [...calls, { from: 'product', forwards: [], to: [{ host: 'composite' }] }];
  const chain = callChain(model, request, circle);
  const back = chain.calls[0]?.calls[0];
  expect([back?.request.host, back?.circle, back?.calls]).toEqual(['composite', true, []]);
});

test('expectations say what falls short', () => {
  const chain = callChain(model, request, calls);
  expect(
    unmet(
      { shares: { v1: '75 %', v2: 0.25 }, service: 'composite', status: 200, calls: { product: 'v2', 'shop/review': { v2: 1 } } },
      chain,
    ),
  ).toEqual([]);
  expect(unmet('v1', chain)).toEqual(['reaches v1 75 %, v2 25 %, expected v1']);
  expect(unmet({ service: 'product', subset: 'v1', path: '/x', calls: { review: 'v1', absent: 'v1' } }, chain)).toEqual([
    'path is /, expected /x',
    'service is shop/composite and shop/composite, expected product',
    'subset is v1 and v2, expected v1',
    'review: reaches v2, expected v1',
    'absent is not called',
  ]);
});

test('a file of requests is checked before anything is answered', () => {
  expect(requestFile({ requests: [{ host: 'a', expect: 'v1' }], calls: [{ from: 'a', to: ['b'] }] })).toMatchObject({
    problems: [],
    calls: [{ to: [{ host: 'b' }] }],
  });
  expect(requestFile([{ id: 'x', host: 'a' }]).requests[0]?.name).toBe('x');
  expect(requestFile('text').problems).toHaveLength(1);
  expect(
    requestFile([1, { path: '/' }, { host: 'a', port: 0, headers: { a: {} }, expect: { verion: 'v1' }, nonsense: 1 }]).problems,
  ).toEqual([
    'requests[0] is no mapping',
    'requests[1] has no `host`',
    expect.stringContaining('requests[2] has the unknown field `nonsense`'),
    'requests[2].port is no port',
    'requests[2].headers has a value that is neither text nor a list of texts',
    expect.stringContaining('requests[2].expect has the unknown field `verion`'),
  ]);
});
