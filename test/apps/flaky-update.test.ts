import { AppOutput, everyApp } from './support';

const app = new AppOutput('flaky-update');
afterAll(() => app.remove());

const KINDS = { rolling: 'Deployment', canary: 'Rollout', 'blue-green': 'Rollout' } as const;
const STRATEGIES = Object.keys(KINDS) as (keyof typeof KINDS)[];

describe('flaky-update', () => {
  everyApp(app);

  test('the same service, three times', () => {
    expect(app.names('default')).toEqual([
      'AnalysisTemplate blue-green/flaky-update-restart-rate',
      'AnalysisTemplate canary/flaky-update-memory-usage-background',
      'AnalysisTemplate canary/flaky-update-restart-rate',
      'Deployment rolling/flaky-update',
      'PodDisruptionBudget blue-green/flaky-update',
      'PodDisruptionBudget canary/flaky-update',
      'PodDisruptionBudget rolling/flaky-update',
      'Rollout blue-green/flaky-update',
      'Rollout canary/flaky-update',
      'Service blue-green/flaky-update',
      'Service blue-green/flaky-update-preview',
      'Service canary/flaky-update',
      'Service rolling/flaky-update',
    ]);
  });

  test.each(STRATEGIES)('%s: four pods with all three probes at /healthz, port 3541', (namespace) => {
    const name = `${namespace}/flaky-update`;
    expect(app.spec('default', KINDS[namespace], name)).toMatchObject({
      replicas: 4,
      selector: { matchLabels: { app: 'flaky-update' } },
    });
    const asked = { httpGet: { path: '/healthz', port: 3541 }, periodSeconds: 5 };
    expect(app.container('default', KINDS[namespace], name)).toMatchObject({
      image: 'jakousa/dwk-app8:v1',
      readinessProbe: { ...asked, initialDelaySeconds: 10 },
      livenessProbe: { ...asked, initialDelaySeconds: 20 },
      startupProbe: asked,
    });
    expect(app.container('next', KINDS[namespace], name).image).toBe('jakousa/dwk-app8:v5');
  });

  test('rolling: one pod more and one less', () => {
    expect(app.spec('default', 'Deployment', 'rolling/flaky-update')).toMatchObject({
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' } },
    });
  });

  test('canary: 25, 50, with 30 s between, then the restarts are counted; memory all the while', () => {
    const { strategy } = app.spec('default', 'Rollout', 'canary/flaky-update') as { strategy: { canary: { steps: object[] } } };
    expect(strategy.canary.steps).toEqual([
      { setWeight: 25 },
      { pause: { duration: '30s' } },
      { setWeight: 50 },
      { pause: { duration: '30s' } },
      { analysis: expect.objectContaining({ templates: [{ templateName: 'flaky-update-restart-rate' }] }) },
    ]);
    expect(strategy.canary).toMatchObject({ analysis: { templates: [{ templateName: 'flaky-update-memory-usage-background' }] } });
  });

  test.each(['canary', 'blue-green'])('%s: at most two restarts in two minutes, after two minutes, by Prometheus', (namespace) => {
    const { metrics } = app.spec('default', 'AnalysisTemplate', `${namespace}/flaky-update-restart-rate`) as {
      metrics: { successCondition: string; provider: { prometheus: { query: string } } }[];
    };
    expect(metrics).toHaveLength(1);
    expect(metrics[0]).toMatchObject({ name: 'restarts', initialDelay: '2m' });
    expect(metrics[0]?.successCondition).toContain('result[0] <= 2');
    expect(metrics[0]?.provider.prometheus.query).toContain('kube_pod_container_status_restarts_total{namespace="{{args.namespace}}"');
    expect(metrics[0]?.provider.prometheus.query).toContain('[2m]');
  });

  test('memory: ten measurements, one a minute', () => {
    const { metrics } = app.spec('default', 'AnalysisTemplate', 'canary/flaky-update-memory-usage-background') as { metrics: object[] };
    expect(metrics).toEqual([expect.objectContaining({ name: 'memory', interval: '1m', count: 10, failureLimit: 1 })]);
  });

  test('blue/green: a person promotes, after the preview was measured', () => {
    expect(app.spec('default', 'Rollout', 'blue-green/flaky-update')).toMatchObject({
      strategy: {
        blueGreen: {
          activeService: 'flaky-update',
          previewService: 'flaky-update-preview',
          autoPromotionEnabled: false,
          prePromotionAnalysis: { templates: [{ templateName: 'flaky-update-restart-rate' }] },
        },
      },
    });
  });

  describe('what the versions do', () => {
    const courses = Object.fromEntries(app.scenarios().map((name) => [name, app.course(name)]));

    test('each ends as stated', () => {
      expect(Object.fromEntries(Object.entries(courses).map(([name, { end }]) => [name, end.what]))).toEqual({
        'rolling-v2': 'stuck',
        'rolling-v3': 'promoted',
        'rolling-v4': 'promoted',
        'rolling-v5': 'promoted',
        'canary-v2': 'stuck',
        'canary-v3': 'rolledBack',
        'canary-v4': 'stuck',
        'canary-v5': 'promoted',
        'blue-green-v2': 'stuck',
        'blue-green-v3': 'rolledBack',
        'blue-green-v4': 'rolledBack',
        'blue-green-v5': 'promoted',
      });
    });

    test('v2 leaves three pods under the rolling update, and two that wait', () => {
      expect(courses['rolling-v2']?.course.at(-1)).toMatchObject({ available: { old: 3, new: 0 }, replicas: { old: 3, new: 2 } });
    });

    test('v2 meets nobody', () => {
      for (const strategy of STRATEGIES) expect(courses[`${strategy}-v2`]?.exposure.requests.newVersion).toBe(0);
    });

    test('v3 meets everybody under the rolling update, half of them under the canary, nobody under blue/green', () => {
      const most = (name: string) => Math.max(...(courses[name]?.course ?? []).map(({ newVersion }) => newVersion));
      expect(STRATEGIES.map((strategy) => most(`${strategy}-v3`))).toEqual([100, 50, 0]);
    });

    test('v4 meets at most a quarter of the requests under the canary', () => {
      expect(courses['canary-v4']?.exposure.share.most).toBe(25);
    });

    test('v4 leaves nothing under the rolling update', () => {
      expect(courses['rolling-v4']?.course.at(-1)?.available).toMatchObject({ old: 0, new: 0 });
    });
  });
});
