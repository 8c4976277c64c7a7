import * as fs from 'node:fs';
import * as path from 'node:path';
import { parse } from 'yaml';
import { dataOf, differences, explained, haveSeeds, seed } from './seeds-support';
import { AppOutput } from './support';

/** Differing fields, each with the row of the README that explains it. */
type Explained = { readonly [path: string]: string };

/** Fields of the source that differ are exactly these, and the README says why. */
function compared(app: AppOutput, source: unknown, emitted: unknown, expected: Explained): void {
  expect(Object.keys(differences(source, emitted)).sort()).toEqual(Object.keys(expected).sort());
  expect(explained(app.name)).toEqual(expect.arrayContaining(Object.values(expected)));
}

/** Only where the sources lie beside the project: elsewhere there is nothing to compare with. */
const withSources = (title: string, define: () => void): void => {
  if (haveSeeds) describe(title, define);
  else test(`${title}: not here`, () => expect(haveSeeds).toBe(false));
};

withSources('hands-on, and its source', () => {
  const { block } = seed('001');
  const app = new AppOutput('hands-on');
  afterAll(() => app.remove());

  test('the subsets of product', () => {
    compared(app, dataOf(block(/kind: DestinationRule/)), app.object('default', 'DestinationRule', 'product'), {
      apiVersion: '`networking.istio.io/v1alpha3`',
      'metadata.name': 'objects named `product-vs`, `product-dr`',
    });
  });

  test('the routes of product: testers by header, the others by weight', () => {
    const http = [block(/X-group/, /match/), block(/host: product/, /weight: 100/)].flatMap((each) => dataOf(each).http);
    compared(app, { http }, app.spec('default', 'VirtualService', 'product'), {});
  });

  test('80 to 20 for review, which is a patch there', () => {
    const patch = /kubectl patch virtualservice review-vs --type=json -p='(\[[^']*\])'/.exec(seed('001').text.replaceAll('\\\n', '\n'));
    const weights = (JSON.parse(patch?.[1] ?? '[]') as { value: string }[]).map(({ value }) => ({ weight: Number(value) }));
    expect(weights).toEqual([{ weight: 80 }, { weight: 20 }]);
    compared(app, { http: [{}, { route: weights }] }, app.spec('prod', 'VirtualService', 'review'), {});
    expect(explained('hands-on')).toContain('weights are patched in the cluster, as texts (`"80"`)');
  });
});

withSources('go-demo-6, and its source', () => {
  const { block } = seed('002');
  const app = new AppOutput('go-demo-6', ['-o', 'yaml,helm']);
  afterAll(() => app.remove());
  const values = parse(block(/# Default values for Go projects/, /canary:/)) as { [key: string]: unknown };
  const names = { 'template "fullname" .': 'go-demo-6', '.Chart.Name': 'go-demo-6' };

  test('the Deployment of the rolling update', () => {
    const source = dataOf(block(/kind: Deployment/, /type: RollingUpdate/, /\.Values\.replicaCount/), values, names);
    compared(app, source, app.object('default', 'Deployment', 'go-demo-6'), {
      apiVersion: '`extensions/v1beta1`, labels `draft` and `chart`',
      'metadata.labels.draft': '`extensions/v1beta1`, labels `draft` and `chart`',
      'metadata.labels.chart': '`extensions/v1beta1`, labels `draft` and `chart`',
      'spec.template.metadata.labels.draft': '`extensions/v1beta1`, labels `draft` and `chart`',
      'spec.template.spec.containers.0.image': 'the image is given by the pipeline; probes by port number',
      'spec.template.spec.containers.0.imagePullPolicy': 'defaults of Kubernetes are stated (pull policy, thresholds of probes)',
      'spec.template.spec.containers.0.livenessProbe.httpGet.port': 'the image is given by the pipeline; probes by port number',
      'spec.template.spec.containers.0.livenessProbe.initialDelaySeconds': 'liveness after 60 s',
      'spec.template.spec.containers.0.livenessProbe.successThreshold':
        'defaults of Kubernetes are stated (pull policy, thresholds of probes)',
      'spec.template.spec.containers.0.livenessProbe.timeoutSeconds':
        'defaults of Kubernetes are stated (pull policy, thresholds of probes)',
      'spec.template.spec.containers.0.readinessProbe.httpGet.port': 'the image is given by the pipeline; probes by port number',
      'spec.template.spec.containers.0.readinessProbe.successThreshold':
        'defaults of Kubernetes are stated (pull policy, thresholds of probes)',
      'spec.template.spec.containers.0.readinessProbe.timeoutSeconds':
        'defaults of Kubernetes are stated (pull policy, thresholds of probes)',
    });
  });

  test('the Canary', () => {
    const { spec, ...source } = dataOf(block(/^\{\{- if \.Values\.canary\.enable/, /kind: Canary/), values, names);
    const { canaryAnalysis, ...rest } = spec as { [field: string]: unknown };
    const renamed = '`flagger.app/v1alpha2`, `canaryAnalysis`, `threshold` of a metric';
    compared(app, { ...source, spec: { ...rest, analysis: canaryAnalysis } }, app.object('staging', 'Canary', 'go-demo-6'), {
      apiVersion: renamed,
      'spec.service.gateways.0': 'the gateway as `jx-gateway.istio-system.svc.cluster.local`',
      'spec.service.hosts.0': 'lists of hosts',
      'spec.service.port': "the canary's container port as Flagger's port",
      'spec.analysis.metrics.0.interval': 'metrics over `120s`',
      'spec.analysis.metrics.0.threshold': renamed,
      'spec.analysis.metrics.1.interval': 'metrics over `120s`',
      'spec.analysis.metrics.1.threshold': renamed,
    });
  });

  test('the values of the chart', () => {
    const here: unknown = parse(fs.readFileSync(path.join(app.folder, 'go-demo-6/helm/values.yaml'), 'utf8'));
    const { replicaCount, image, knativeDeploy, canary } = values;
    const { canaryAnalysis, ...other } = canary as { [key: string]: unknown };
    compared(app, { replicaCount, image, knativeDeploy, canary: { ...other, analysis: canaryAnalysis } }, here, {
      'image.repository': 'the image is given by the pipeline; probes by port number',
      'image.tag': 'the image is given by the pipeline; probes by port number',
      'image.pullPolicy': 'defaults of Kubernetes are stated (pull policy, thresholds of probes)',
      'canary.provider': 'the provider, the interval and the metrics are values',
      'canary.service.gateways': 'the provider, the interval and the metrics are values',
      'canary.service.hosts': 'lists of hosts',
      'canary.analysis.interval': 'the provider, the interval and the metrics are values',
      'canary.analysis.metrics': 'the provider, the interval and the metrics are values',
    });
  });
});

withSources('flaky-update, and its source', () => {
  const { block } = seed('003');
  const app = new AppOutput('flaky-update');
  afterAll(() => app.remove());

  test('the Deployment with its probes', () => {
    compared(app, dataOf(block(/kind: Deployment/, /livenessProbe/)), app.object('default', 'Deployment', 'flaky-update'), {
      'metadata.name': '`flaky-update-dep`, `restart-rate`',
    });
  });

  test('the Rollout', () => {
    compared(app, dataOf(block(/kind: Rollout/)), app.object('default', 'Rollout', 'canary/flaky-update'), {
      'metadata.name': '`flaky-update-dep`, `restart-rate`',
    });
  });

  test('the AnalysisTemplate', () => {
    const emitted = app.object('default', 'AnalysisTemplate', 'canary/flaky-update-restart-rate');
    compared(app, dataOf(block(/kind: AnalysisTemplate/)), emitted, {
      'metadata.name': '`flaky-update-dep`, `restart-rate`',
      'spec.metrics.0.name': '`flaky-update-dep`, `restart-rate`',
      'spec.metrics.0.provider.prometheus.address': "Prometheus' own address",
      'spec.metrics.0.provider.prometheus.query': "restarts of all pods with the container's name, as a difference of two sums",
      'spec.metrics.0.successCondition': '`successCondition: result < 2` on a scalar',
    });
  });
});

withSources('upcommerce, and its source', () => {
  const { block } = seed('004');
  const app = new AppOutput('upcommerce');
  afterAll(() => app.remove());
  const values = parse(block(/^replicaCount: 1/m, /memoryLimit/)) as { [key: string]: unknown };
  const names = { '.Release.Name': 'upcommerce' };

  test('the Deployment of the canary', () => {
    const source = dataOf(block(/kind: Deployment/), values, names);
    compared(app, source, app.object('staging', 'Deployment', 'upcommerce-canary-app'), {
      'spec.template.spec.containers.0.name': 'the container `canary`, the port 5003 by its number',
      'spec.template.spec.containers.0.resources.limits.memory': '`memoryLimit: 2Gi` everywhere',
    });
  });

  test('its Service', () => {
    compared(app, dataOf(block(/kind: Service/), values, names), app.object('staging', 'Service', 'upcommerce-canary-app'), {
      'metadata.name': 'the Service `<release>-canary-service`',
      'spec.ports.0.targetPort': 'the container `canary`, the port 5003 by its number',
    });
  });

  test('the routing of alerts', () => {
    const source = dataOf(block(/kind: ConfigMap/)) as { data: { [key: string]: string } };
    const emitted = app.object('production', 'ConfigMap', 'prometheus-alertmanager') as unknown as { data: { [key: string]: string } };
    const [there, here] = [source, emitted].map(({ data }) => parse(data['alertmanager.yml'] ?? '') as unknown);
    const mail = 'receivers.0.email_configs.0';
    const people = 'addresses of people and servers that are examples';
    const secret = 'the password and the webhook in the ConfigMap';
    compared(app, there, here, {
      [`${mail}.auth_identity`]: people,
      [`${mail}.auth_password`]: secret,
      [`${mail}.auth_username`]: people,
      [`${mail}.from`]: people,
      [`${mail}.headers.subject`]: "the mail's text as a header, the webhook as a link in brackets",
      [`${mail}.headers.text`]: "the mail's text as a header, the webhook as a link in brackets",
      [`${mail}.smarthost`]: people,
      [`${mail}.to`]: people,
      'receivers.0.slack_configs.0.api_url': secret,
    });
  });
});

withSources('what is told in prose', () => {
  const apps = ['sock-shop', 'work-queue'].map((name) => new AppOutput(name));
  const [shop, queue] = apps as [AppOutput, AppOutput];
  afterAll(() => {
    for (const app of apps) app.remove();
  });
  const told = (number: string, ...words: string[]) => {
    for (const word of words) expect(seed(number).text).toContain(word);
  };

  test('sock-shop: two versions of carts and front end, a flag that is toggled, a new service, a rollback to a revision', () => {
    told('000', 'carts-v1', 'carts-v2', 'users who are not logged in', 'feature flag', 'does not have any resource limit');
    expect(shop.names('dev')).toEqual(expect.arrayContaining(['Deployment carts-v1', 'Deployment carts-v2', 'ConfigMap carts-features']));
    told('000', 'kubectl rollout undo deployments carts --to-revision=1 -n dev');
    expect(explained('sock-shop')).toEqual(
      expect.arrayContaining([
        'the flag is switched by a call to the running pods',
        'the Deployment `carts`, in the namespace `dev`',
        'the new service runs without limits and takes two nodes down',
      ]),
    );
  });

  test('work-queue: a fetcher that is not scaled, mappers, a saver, NATS', () => {
    told('003', 'Fetcher can not be scaled', '- Mapper, which', '- Saver, which', 'NATS');
    expect(queue.names('default').filter((name) => name.startsWith('Deployment '))).toEqual(
      ['fetcher', 'mapper', 'nats', 'saver'].map((name) => `Deployment ${name}`),
    );
    expect(queue.spec('default', 'Deployment', 'fetcher')).toMatchObject({ replicas: 1, strategy: { type: 'Recreate' } });
    expect(explained('work-queue')).toContain('the fetcher is said not to scale');
  });
});
