import { AppOutput, everyApp } from './support';

const app = new AppOutput('go-demo-6');
afterAll(() => app.remove());

const ALWAYS = ['Namespace go-demo-6', 'Service go-demo-6-db', 'StatefulSet go-demo-6-db'];
const own = (environment: string) => app.names(environment).filter((name) => !ALWAYS.includes(name));

describe('go-demo-6', () => {
  everyApp(app);

  test('the strategy is a switch of the environment', () => {
    for (const environment of app.environments) expect(app.names(environment)).toEqual(expect.arrayContaining(ALWAYS));
    expect(Object.fromEntries(app.environments.map((environment) => [environment, own(environment)]))).toEqual({
      default: ['Deployment go-demo-6', 'PodDisruptionBudget go-demo-6', 'Service go-demo-6'],
      recreating: ['Deployment go-demo-6', 'PodDisruptionBudget go-demo-6', 'Service go-demo-6'],
      serverless: ['Service go-demo-6'],
      staging: ['Canary go-demo-6', 'Deployment go-demo-6', 'HorizontalPodAutoscaler go-demo-6', 'PodDisruptionBudget go-demo-6'],
      switching: [
        'Deployment go-demo-6-v1',
        'Deployment go-demo-6-v2',
        'PodDisruptionBudget go-demo-6-v1',
        'PodDisruptionBudget go-demo-6-v2',
        'Service go-demo-6',
        'Service go-demo-6-preview',
      ],
    });
    expect(app.object('serverless', 'Service', 'go-demo-6').apiVersion).toBe('serving.knative.dev/v1');
  });

  test('Flagger: every 30 s, 20 percent more up to 70, five failures, 99 percent and 500 ms over 120 s', () => {
    expect(app.object('staging', 'Canary', 'go-demo-6').apiVersion).toBe('flagger.app/v1beta1');
    expect(app.spec('staging', 'Canary', 'go-demo-6')).toMatchObject({
      provider: 'istio',
      targetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'go-demo-6' },
      progressDeadlineSeconds: 60,
      service: {
        port: 80,
        targetPort: 'http',
        hosts: ['staging.go-demo-6.example.com'],
        gateways: ['istio-system/jx-gateway'],
      },
      analysis: {
        interval: '30s',
        threshold: 5,
        maxWeight: 70,
        stepWeight: 20,
        metrics: [
          { name: 'request-success-rate', interval: '2m', thresholdRange: { min: 99 } },
          { name: 'request-duration', interval: '2m', thresholdRange: { max: 500 } },
        ],
      },
    });
  });

  test('under Flagger it makes the Services itself, and the autoscaler keeps three pods', () => {
    expect(app.spec('staging', 'HorizontalPodAutoscaler', 'go-demo-6')).toMatchObject({ minReplicas: 3, maxReplicas: 3 });
    expect(app.spec('staging', 'Deployment', 'go-demo-6')).not.toHaveProperty('replicas');
  });

  test('the rolling update, one pod more and one less', () => {
    expect(app.spec('default', 'Deployment', 'go-demo-6')).toMatchObject({
      replicas: 3,
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 1 } },
      template: { spec: { terminationGracePeriodSeconds: 10 } },
    });
    expect(app.spec('recreating', 'Deployment', 'go-demo-6')).toMatchObject({ strategy: { type: 'Recreate' } });
  });

  test('port, database, health and limits', () => {
    const probe = { httpGet: { path: '/demo/hello?health=true', port: 'http' } };
    expect(app.container('default', 'Deployment', 'go-demo-6')).toMatchObject({
      ports: [{ containerPort: 8080 }],
      env: [{ name: 'DB', value: 'go-demo-6-db' }],
      resources: { limits: { cpu: '100m', memory: '256Mi' }, requests: { cpu: '80m', memory: '128Mi' } },
      readinessProbe: { ...probe, periodSeconds: 10 },
      livenessProbe: { ...probe, periodSeconds: 10 },
      startupProbe: { ...probe, periodSeconds: 2, failureThreshold: 30 },
    });
    expect(app.spec('default', 'Service', 'go-demo-6')).toMatchObject({ ports: [{ port: 80, targetPort: 'http' }] });
  });

  test('the namespace has sidecars, the database has none', () => {
    expect(app.object('staging', 'Namespace', 'go-demo-6').metadata.labels).toMatchObject({ 'istio-injection': 'enabled' });
    expect(app.spec('staging', 'StatefulSet', 'go-demo-6-db')).toMatchObject({
      template: { metadata: { labels: { 'sidecar.istio.io/inject': 'false' } } },
    });
    expect(app.spec('staging', 'Service', 'go-demo-6-db')).toMatchObject({ clusterIP: 'None', ports: [{ port: 27017 }] });
  });

  describe('scenarios', () => {
    const courses = Object.fromEntries(app.scenarios().map((name) => [name, app.course(name)]));

    test('each ends as stated', () => {
      expect(Object.fromEntries(Object.entries(courses).map(([name, { end }]) => [name, end.what]))).toEqual({
        'flagger-good': 'promoted',
        'flagger-bad': 'rolledBack',
        'flagger-slow': 'rolledBack',
        'flagger-without-traffic': 'rolledBack',
        recreating: 'promoted',
        rolling: 'promoted',
        serverless: 'stuck',
        switching: 'rolledBack',
      });
    });

    test('Flagger advances by 20, 40, 60 and 80, as its events in the source', () => {
      const weights = (courses['flagger-good']?.course ?? []).map(({ weights: { canary } }) => canary);
      expect(weights).toEqual([0, 20, 40, 60, 80, 80, 0, 0]);
    });

    test('and goes back after the fifth failed check', () => {
      expect((courses['flagger-bad']?.course ?? []).map(({ weights: { canary } }) => canary)).toEqual([0, 20, 20, 20, 20, 20, 20, 0]);
      expect(courses['flagger-bad']?.end.reason).toContain('5 checks failed');
    });

    test('recreating costs every request, rolling none', () => {
      const failed = (name: string) => courses[name]?.exposure.requests;
      expect(failed('recreating')?.failed).toBe(failed('recreating')?.total);
      expect(failed('rolling')?.failed).toBe(0);
    });
  });
});
