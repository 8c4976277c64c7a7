import { AppOutput, everyApp } from './support';

const app = new AppOutput('hands-on');
afterAll(() => app.remove());

const CORE = ['product', 'recommendation', 'review'];

describe('hands-on', () => {
  everyApp(app);

  test('one Service a microservice, one Deployment a version', () => {
    const names = app.names('default');
    expect(names).toEqual(app.names('prod'));
    expect(names).toEqual([
      'Deployment auth-server',
      'Deployment product-composite',
      'Deployment product-v1',
      'Deployment product-v2',
      'Deployment recommendation-v1',
      'Deployment recommendation-v2',
      'Deployment review-v1',
      'Deployment review-v2',
      'DestinationRule product',
      'DestinationRule recommendation',
      'DestinationRule review',
      'Gateway hands-on',
      'Namespace hands-on',
      'Service auth-server',
      'Service product',
      'Service product-composite',
      'Service recommendation',
      'Service review',
      'VirtualService entry',
      'VirtualService product',
      'VirtualService recommendation',
      'VirtualService review',
    ]);
  });

  test.each(CORE)('%s: subsets old and new by the label version', (name) => {
    expect(app.object('default', 'DestinationRule', name).apiVersion).toBe('networking.istio.io/v1');
    expect(app.spec('default', 'DestinationRule', name)).toEqual({
      host: name,
      subsets: [
        { name: 'old', labels: { version: 'v1' } },
        { name: 'new', labels: { version: 'v2' } },
      ],
    });
  });

  const rules = (name: string, old: number, next: number) => {
    const to = (subset: string) => ({ host: name, subset, port: { number: 80 } });
    return {
      hosts: [name],
      http: [
        { match: [{ headers: { 'X-group': { exact: 'test' } } }], route: [{ destination: to('new') }] },
        {
          route: [
            { destination: to('old'), weight: old },
            { destination: to('new'), weight: next },
          ],
        },
      ],
    };
  };

  test.each(CORE)('%s: testers to new, everybody else by weight 100 and 0', (name) => {
    expect(app.spec('default', 'VirtualService', name)).toEqual(rules(name, 100, 0));
  });

  test('prod: reviews by weight 80 and 20, the others as before', () => {
    expect(app.spec('prod', 'VirtualService', 'review')).toEqual(rules('review', 80, 20));
    expect(app.spec('prod', 'VirtualService', 'product')).toEqual(rules('product', 100, 0));
  });

  test.each(['v1', 'v2'])('pods of product %s carry the version and are told apart by it', (version) => {
    expect(app.spec('default', 'Deployment', `product-${version}`)).toMatchObject({
      replicas: 1,
      selector: { matchLabels: { app: 'product', version } },
      template: { metadata: { labels: { app: 'product', version } } },
    });
    expect(app.container('default', 'Deployment', `product-${version}`)).toMatchObject({
      image: `hands-on/product-service:${version}`,
      ports: [{ name: 'http', containerPort: 8080, protocol: 'TCP' }],
    });
    expect(app.spec('default', 'Service', 'product')).toMatchObject({
      selector: { app: 'product' },
      ports: [{ name: 'http', port: 80, targetPort: 'http', appProtocol: 'http' }],
    });
  });

  test('requests come in by TLS at minikube.me', () => {
    expect(app.spec('default', 'Gateway', 'hands-on')).toMatchObject({
      servers: [{ hosts: ['minikube.me'], port: { number: 443, protocol: 'HTTPS' }, tls: { mode: 'SIMPLE' } }],
    });
    expect(app.spec('default', 'VirtualService', 'entry')).toMatchObject({ hosts: ['minikube.me'], gateways: ['hands-on'] });
  });

  test('scenarios', () => {
    expect(Object.fromEntries(app.scenarios().map((name) => [name, app.course(name).end.what]))).toEqual({
      'review-v2-good': 'promoted',
      'review-v2-never-ready': 'stuck',
    });
  });
});
