import { AppOutput, everyApp } from './support';

const app = new AppOutput('sock-shop');
afterAll(() => app.remove());

describe('sock-shop', () => {
  everyApp(app);

  test('front end and carts in two versions, offers in one', () => {
    expect(app.names('dev')).toEqual([
      'ConfigMap carts-features',
      'Deployment carts-v1',
      'Deployment carts-v2',
      'Deployment front-end-v1',
      'Deployment front-end-v2',
      'Deployment offers',
      'DestinationRule carts',
      'DestinationRule front-end',
      'Gateway sockshop-gateway',
      'Namespace sock-shop',
      'Service carts',
      'Service front-end',
      'Service offers',
      'VirtualService carts',
      'VirtualService front-end',
    ]);
  });

  test.each(['front-end', 'carts'])('%s: whoever is logged in stays on v1, the others meet v2', (name) => {
    const { http } = app.spec('production', 'VirtualService', name) as { http: { match?: object[]; route: object[] }[] };
    const cookie = '^(?:.*;\\s*)?logged_in=[^;]*(?:;.*)?$';
    expect(http).toEqual([
      {
        match: [{ headers: { cookie: { regex: cookie } } }],
        route: [{ destination: { host: name, subset: 'v1', port: { number: 80 } } }],
      },
      { route: [{ destination: { host: name, subset: 'v2', port: { number: 80 } } }] },
    ]);
  });

  test('the promotion is a file that changes in running pods: no pod is replaced, no image changes', () => {
    const flag = (environment: string) => app.object(environment, 'ConfigMap', 'carts-features').data;
    expect(flag('dev')).toEqual({ 'promotion.properties': 'enabled=true\n' });
    expect(flag('production')).toEqual({ 'promotion.properties': 'enabled=false\n' });
    for (const version of ['carts-v1', 'carts-v2']) {
      expect(app.spec('dev', 'Deployment', version)).toEqual(app.spec('production', 'Deployment', version));
      expect(app.container('dev', 'Deployment', version)).toMatchObject({
        volumeMounts: [
          { name: 'config-features', mountPath: '/etc/features', readOnly: true },
          { name: 'tmp', mountPath: '/tmp' },
        ],
      });
    }
  });

  test('limits everywhere', () => {
    const limits = app
      .names('production')
      .filter((name) => name.startsWith('Deployment '))
      .map((name) => name.slice('Deployment '.length))
      .map((name) => [name, (app.container('production', 'Deployment', name).resources as { limits: object }).limits]);
    const front = { cpu: '500m', memory: '512Mi' };
    const carts = { cpu: '1', memory: '1Gi' };
    expect(Object.fromEntries(limits)).toEqual({
      'carts-v1': carts,
      'carts-v2': carts,
      'front-end-v1': front,
      'front-end-v2': front,
      offers: front,
    });
  });

  test('what is applied can be rolled back to a revision: nothing turns the history off', () => {
    for (const name of ['carts-v2', 'offers']) expect(app.spec('dev', 'Deployment', name)).not.toHaveProperty('revisionHistoryLimit');
    expect(app.spec('dev', 'Deployment', 'offers')).toMatchObject({ strategy: { type: 'RollingUpdate' } });
  });

  test('scenarios', () => {
    expect(Object.fromEntries(app.scenarios().map((name) => [name, app.course(name).end.what]))).toEqual({
      'carts-slow-build': 'rolledBack',
      'offers-good': 'promoted',
    });
  });
});
