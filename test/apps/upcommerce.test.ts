import * as fs from 'node:fs';
import * as path from 'node:path';
import { parse } from 'yaml';
import { AppOutput, everyApp } from './support';

const app = new AppOutput('upcommerce');
afterAll(() => app.remove());

const CANARY = ['Deployment upcommerce-canary-app', 'PrometheusRule upcommerce-canary-app-golden-signals', 'Service upcommerce-canary-app'];
const IMAGES = { 'upcommerce-app': 'uonyeka/upcommerce:v3', 'upcommerce-canary-app': 'uonyeka/canary:linux-amd64' };

describe('upcommerce', () => {
  everyApp(app);

  test('the canary exists while it is switched on: rolling back is one edit', () => {
    const staging = app.names('staging');
    expect(staging).toEqual(expect.arrayContaining(CANARY));
    expect(staging.filter((name) => !CANARY.includes(name))).toEqual([
      'ConfigMap prometheus-alertmanager',
      'Deployment upcommerce-app',
      'PodDisruptionBudget upcommerce-app',
      'PrometheusRule upcommerce-app-golden-signals',
      'PrometheusRule upcommerce-restarts',
      'Service upcommerce-app',
    ]);
    expect(app.names('production')).toEqual(staging.filter((name) => !CANARY.includes(name)));
  });

  test.each(Object.entries(IMAGES))('%s: one pod on port 5003 with limits', (name, image) => {
    expect(app.object('staging', 'Deployment', name).metadata.namespace).toBe('sre');
    expect(app.spec('staging', 'Deployment', name)).toMatchObject({
      replicas: 1,
      selector: { matchLabels: { app: name } },
      template: { metadata: { labels: { app: name } } },
    });
    const container = app.container('staging', 'Deployment', name);
    expect(container).toMatchObject({ image, imagePullPolicy: 'Always', ports: [{ containerPort: 5003 }] });
    expect(container.resources).toEqual({ limits: { cpu: '0.5', memory: '1Gi' } });
    expect(app.spec('staging', 'Service', name)).toMatchObject({
      selector: { app: name },
      ports: [{ protocol: 'TCP', port: 5003, targetPort: 'http' }],
    });
  });

  test('production has the limits of the source', () => {
    expect(app.container('production', 'Deployment', 'upcommerce-app').resources).toEqual({ limits: { cpu: '0.5', memory: '2Gi' } });
  });

  const rulesOf = (name: string) => {
    const { groups } = app.spec('staging', 'PrometheusRule', name) as {
      groups: { rules: { alert: string; expr: string; for?: string; annotations: object }[] }[];
    };
    return groups.flatMap(({ rules }) => rules);
  };

  test.each(Object.keys(IMAGES))('%s: alerts for errors, latency, traffic and saturation', (name) => {
    const rules = rulesOf(`${name}-golden-signals`);
    expect(rules.map(({ alert }) => alert)).toEqual(['TooManyErrors', 'TooSlow', 'TooFewRequests', 'TooFull', 'TooBusy']);
    for (const rule of rules) {
      expect(rule.expr).toMatch(new RegExp(`(app|container)="${name}"`));
      expect(rule.for).toBe('2m');
    }
  });

  test('an alert for a pod that restarts again and again, which answers nothing that could be measured', () => {
    const [rule] = rulesOf('upcommerce-restarts');
    expect(rule?.expr).toContain('pod=~"upcommerce-(app|canary-app)-.*"}[10m]))');
    expect(rule?.expr).toMatch(/> 2$/);
  });

  test('alerts go by mail and to the channel; what is secret is a file', () => {
    const { data } = app.object('production', 'ConfigMap', 'prometheus-alertmanager') as unknown as { data: Record<string, string> };
    const text = data['alertmanager.yml'] ?? '';
    expect(parse(text)).toMatchObject({
      global: { resolve_timeout: '1m' },
      route: { receiver: 'notifications', group_wait: '10s', group_interval: '2m', repeat_interval: '2m' },
      receivers: [
        {
          name: 'notifications',
          email_configs: [{ send_resolved: true, auth_password_file: expect.stringMatching(/^\/etc\/alertmanager\/secrets\//) }],
          slack_configs: [
            { channel: '#upcommerce-devs', send_resolved: true, api_url_file: expect.stringMatching(/^\/etc\/alertmanager\/secrets\//) },
          ],
        },
      ],
    });
    expect(text).toContain('{{ range .Alerts }}{{ .Annotations.summary }}');
    expect(text).not.toMatch(/auth_password:|api_url:|password: |hooks\.slack/);
  });

  describe('the chart', () => {
    const chart = new AppOutput('upcommerce', ['-o', 'helm']);
    afterAll(() => chart.remove());
    const file = (name: string) => fs.readFileSync(path.join(chart.folder, 'upcommerce/helm', name), 'utf8');

    test('its values are named as in the source', () => {
      expect(parse(file('values.yaml'))).toEqual({
        replicaCount: 1,
        imagePullPolicy: 'Always',
        cpuLimit: '0.5',
        memoryLimit: '2Gi',
        upcommerce: { image: 'uonyeka/upcommerce:v3' },
        canary: { enable: false, image: 'uonyeka/canary:linux-amd64' },
      });
    });

    test('every name begins with the name of the release, and the canary is behind its switch', () => {
      const canary = file('templates/deployment-upcommerce-canary-app.yaml');
      expect(canary).toMatch(/^\{\{- if \.Values\.canary\.enable \}\}\n/);
      expect(canary).toContain('name: "{{ .Release.Name }}-canary-app"');
      expect(canary).toContain('image: {{ .Values.canary.image | quote }}');
      expect(canary).toContain('cpu: {{ .Values.cpuLimit | quote }}');
    });

    test('what Alertmanager and Prometheus fill in is left to them', () => {
      expect(file('templates/configmap-prometheus-alertmanager.yaml')).toContain('{{ `{{` }} range .Alerts }}');
      expect(file('templates/prometheusrule-upcommerce-app-golden-signals.yaml')).toContain('{{ `{{` }} $labels.pod }}');
    });
  });

  test('scenarios', () => {
    expect(Object.fromEntries(app.scenarios().map((name) => [name, app.course(name).end.what]))).toEqual({
      'canary-crashes': 'rolledBack',
      'stable-good': 'promoted',
    });
    expect(app.course('canary-crashes').exposure.requests.newVersion).toBe(0);
  });
});
