import { validator } from '../../support/schemas';
import { askShop, object } from './shop';

const fits = validator('route', 'answer');
const namespace = (labels: string) => `apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {${labels}}}\n---\n`;
const MESH = { from: 'mesh:shop/web-v1', host: 'web' };

describe('what could change an answer is said, and leaves its status open', () => {
  test.each<[string, object, string, RegExp]>([
    [
      'EnvoyFilter at the gateway',
      {},
      object(
        'networking.istio.io/v1alpha3',
        'EnvoyFilter',
        'f',
        '{configPatches: [{match: {context: GATEWAY}}]}',
        'namespace: istio-system',
      ),
      /EnvoyFilter istio-system\/f changes/,
    ],
    [
      'EnvoyFilter at the pods',
      {},
      object(
        'networking.istio.io/v1alpha3',
        'EnvoyFilter',
        'f',
        '{workloadSelector: {labels: {version: v2}}, configPatches: [{match: {context: SIDECAR_INBOUND}}]}',
      ),
      /EnvoyFilter shop\/f changes/,
    ],
    ['WasmPlugin', MESH, object('extensions.istio.io/v1alpha1', 'WasmPlugin', 'w', '{}'), /WasmPlugin shop\/w changes/],
    [
      'AuthorizationPolicy at the pods',
      {},
      object('security.istio.io/v1', 'AuthorizationPolicy', 'a', '{selector: {matchLabels: {app: web}}}'),
      /AuthorizationPolicy shop\/a \(ALLOW\) decides at the pods/,
    ],
    [
      'token at the pods',
      { headers: { authorization: 'x' } },
      object('security.istio.io/v1', 'RequestAuthentication', 'a', '{}'),
      /looks at the token/,
    ],
    ['ambient client', MESH, namespace('istio.io/dataplane-mode: ambient'), /not a sidecar but a waypoint/],
    ['waypoint', {}, namespace('istio.io/use-waypoint: wp'), /a waypoint stands before shop\/web/],
    [
      'client without a sidecar',
      { from: 'mesh:shop/job', host: 'web' },
      object('apps/v1', 'Deployment', 'job', '{template: {metadata: {labels: {app: job, sidecar.istio.io/inject: "false"}}}}'),
      /job have no sidecar/,
    ],
    [
      'Ingress',
      { host: 'old.example.com' },
      object('networking.k8s.io/v1', 'Ingress', 'i', '{rules: [{host: old.example.com}]}'),
      /Ingress shop\/i serves the host by another way/,
    ],
  ])('%s', (_, request, more, reason) => {
    const answer = askShop(more, request);
    expect(answer.status).toBeNull();
    expect(answer.unmodelled).toEqual([expect.stringMatching(reason)]);
    expect(fits(JSON.parse(JSON.stringify(answer)))).toBe(true);
    expect(askShop('', { ...request, from: request === MESH ? MESH.from : 'gateway' }).unmodelled).toBeUndefined();
  });

  test.each<[string, string, object]>([
    [
      'an EnvoyFilter of other pods',
      object('networking.istio.io/v1alpha3', 'EnvoyFilter', 'f', '{workloadSelector: {labels: {app: other}}, configPatches: [{}]}'),
      {},
    ],
    ['a policy of other pods', object('security.istio.io/v1', 'AuthorizationPolicy', 'a', '{selector: {matchLabels: {app: other}}}'), {}],
    ['a policy that only watches', object('security.istio.io/v1', 'AuthorizationPolicy', 'a', '{action: AUDIT}'), {}],
    ['a service outside of the waypoint', namespace('istio.io/use-waypoint: none'), {}],
    ['an Ingress beside a route', object('networking.k8s.io/v1', 'Ingress', 'i', '{rules: [{host: shop.example.com}]}'), {}],
    [
      'Telemetry and ProxyConfig',
      object('telemetry.istio.io/v1', 'Telemetry', 't', '{}') + object('networking.istio.io/v1beta1', 'ProxyConfig', 'p', '{}'),
      {},
    ],
  ])('%s changes nothing', (_, more, request) => {
    expect(askShop(more, request)).toEqual(askShop('', request));
  });
});

describe('what an answer rests on is said, and its status stays', () => {
  test.each<[string, string, RegExp]>([
    [
      'near pods',
      object(
        'networking.istio.io/v1',
        'DestinationRule',
        'd',
        '{host: web, trafficPolicy: {loadBalancer: {localityLbSetting: {failover: [{from: a, to: b}]}}}}',
      ),
      /equally near \(DestinationRule shop\/d/,
    ],
    [
      'internalTrafficPolicy',
      'apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop}\nspec: {selector: {app: web}, ports: [{name: http, port: 80}], internalTrafficPolicy: Local}\n---\n',
      /internalTrafficPolicy: Local/,
    ],
    [
      'an Argo Rollout by nginx',
      object(
        'argoproj.io/v1alpha1',
        'Rollout',
        'r',
        '{strategy: {canary: {stableService: web, trafficRouting: {nginx: {stableIngress: i}}}}}',
      ),
      /Rollout shop\/r splits requests by nginx/,
    ],
    [
      'a Flagger Canary by another provider',
      object('flagger.app/v1beta1', 'Canary', 'web', '{provider: linkerd, targetRef: {name: web}}'),
      /Canary shop\/web splits requests by linkerd/,
    ],
  ])('%s', (_, more, text) => {
    const answer = askShop(more);
    expect(answer).toMatchObject({ status: 200, assumptions: [expect.stringMatching(text)] });
    expect(fits(JSON.parse(JSON.stringify(answer)))).toBe(true);
  });

  test('a Gateway of another class', () => {
    const gateway = object(
      'gateway.networking.k8s.io/v1',
      'Gateway',
      'edge',
      '{gatewayClassName: nginx, listeners: [{name: http, port: 80, protocol: HTTP}]}',
    );
    const asked = { from: 'gateway:shop/edge' };
    expect(askShop(gateway, asked).assumptions).toEqual(['gateways of the class nginx route as Istio does']);
    expect(askShop(gateway.replace('nginx', 'istio'), asked).assumptions).toBeUndefined();
  });
});
