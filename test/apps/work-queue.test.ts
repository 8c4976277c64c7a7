import { AppOutput, everyApp } from './support';

const app = new AppOutput('work-queue');
afterAll(() => app.remove());

describe('work-queue', () => {
  everyApp(app);

  test('three workers and the queue: only the queue has a Service', () => {
    expect(app.names('default')).toEqual([
      'Deployment fetcher',
      'Deployment mapper',
      'Deployment nats',
      'Deployment saver',
      'PodDisruptionBudget mapper',
      'Service nats',
    ]);
  });

  test('the fetcher never runs twice', () => {
    expect(app.spec('default', 'Deployment', 'fetcher')).toMatchObject({ replicas: 1, strategy: { type: 'Recreate' } });
    const { course, end } = app.course('fetcher');
    expect(end.what).toBe('promoted');
    for (const { replicas, available } of course) {
      expect((replicas.old ?? 0) + (replicas.new ?? 0)).toBeLessThanOrEqual(1);
      expect((available.old ?? 0) + (available.new ?? 0)).toBeLessThanOrEqual(1);
    }
  });

  test.each(['fetcher', 'mapper', 'saver'])('%s has no port', (name) => {
    const container = app.container('default', 'Deployment', name);
    expect(container.image).toBe(`jakousa/dwk-app9-${name}:0bcd6794804c367684a9a79bb142bb4455096974`);
    expect(container.env).toEqual([{ name: 'NATS_URL', value: 'nats://nats:4222' }]);
    expect(container).not.toHaveProperty('ports');
  });

  test('mappers scale by environment', () => {
    expect(app.spec('default', 'Deployment', 'mapper')).toMatchObject({
      replicas: 10,
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' } },
    });
    expect(app.spec('night', 'Deployment', 'mapper')).toMatchObject({ replicas: 2 });
    expect(app.spec('night', 'Deployment', 'saver')).toMatchObject({ replicas: 1 });
  });

  test('the queue is called at port 4222', () => {
    expect(app.spec('default', 'Service', 'nats')).toMatchObject({ selector: { app: 'nats' }, ports: [{ port: 4222 }] });
    expect(app.container('default', 'Deployment', 'nats')).toMatchObject({ ports: [{ containerPort: 4222 }, { containerPort: 8222 }] });
  });

  test('scenarios', () => {
    const courses = Object.fromEntries(app.scenarios().map((name) => [name, app.course(name)]));
    expect(Object.fromEntries(Object.entries(courses).map(([name, { end }]) => [name, end.what]))).toEqual({
      fetcher: 'promoted',
      mapper: 'promoted',
      'mapper-never-ready': 'stuck',
    });
    const fewest = (name: string) =>
      Math.min(...(courses[name]?.course ?? []).map(({ available }) => (available.old ?? 0) + (available.new ?? 0)));
    expect(fewest('mapper')).toBe(8);
    expect(fewest('mapper-never-ready')).toBe(8);
  });
});
