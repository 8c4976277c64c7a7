import { readManifests } from '../../../lib/model/read';
import { route } from '../../../lib/simulate/requests/route';
import { routingModel } from '../../../lib/simulate/requests/routing-model';

function modelWith(rule: string) {
  const content = [
    'apiVersion: v1\nkind: Service\nmetadata: {name: r, namespace: shop}\nspec: {selector: {app: r}, ports: [{name: http, port: 80}]}',
    `apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: r, namespace: shop}\nspec: {hosts: [r], http: [${rule}]}`,
  ].join('\n---\n');
  return routingModel(readManifests([{ file: 'a', content }]).manifests);
}
const asked = { from: 'mesh:shop/web', host: 'r' };

describe('the model that requests are answered from', () => {
  test.each([
    ['{directResponse: {status: 299}, match: {uri: {prefix: /}}}', 'spec.http.0.match: '],
    ['{directResponse: {status: 299}, match: [{uri: {prefix: /, exact: /}}]}', 'spec.http.0.match.0.uri: '],
    ['{directResponse: {status: 299}, timeOut: 1s}', 'spec.http.0.timeOut: '],
    ['{directResponse: {status: 299}, timeout: "5"}', 'spec.http.0.timeout: '],
  ])('%s never gets to Istio', (rule, reason) => {
    const model = modelWith(rule);
    expect(model.istio.dropped).toMatchObject([{ effect: 'refused', by: 'the API server' }]);
    expect(model.istio.dropped[0]?.reason.startsWith(reason)).toBe(true);
    expect(route(model, asked).status).not.toBe(299);
  });

  test('what is right stays', () => {
    const model = modelWith('{directResponse: {status: 299}, match: [{uri: {prefix: /}}]}');
    expect(model.istio.dropped).toEqual([]);
    expect(route(model, asked).status).toBe(299);
  });
});

test('an abort without a status is none', () => {
  const model = modelWith('{route: [{destination: {host: r}}], fault: {abort: {percentage: {value: 100}}}}');
  expect(route(model, asked)).toMatchObject({ path: '/', faults: {} });
});

test('another name for a host outside of the mesh has no cluster', () => {
  const service = (name: string, spec: string) =>
    `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}, namespace: shop}\nspec: {${spec}, ports: [{name: http, port: 80}]}`;
  const rule =
    'apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: r, namespace: shop}\nspec: {hosts: [r], http: [{route: [{destination: {host: old}}]}]}';
  const content = [service('r', 'selector: {app: r}'), service('old', 'type: ExternalName, externalName: a.com'), rule].join('\n---\n');
  const [destination] = route(routingModel(readManifests([{ file: 'a', content }]).manifests), asked).destinations;
  expect(destination).toMatchObject({ status: 503, reason: expect.stringContaining('another name for a.com (ExternalName)') });
});
