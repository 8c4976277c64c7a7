import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { rollout as argo, metric, template } from './argo/rollout';
import { canary, deployment, hook } from './flagger/canary';
import { play } from './support';

const coloured = (version: string) => ({
  ...deployment(),
  metadata: { name: `podinfo-${version}` },
  spec: { replicas: 2, template: { metadata: { labels: { app: 'podinfo', version } } } },
});

const MANIFESTS: Readonly<Record<string, readonly object[]>> = {
  flagger: [canary({ stepWeight: 20, maxWeight: 60, webhooks: [hook('confirm-rollout')] }), deployment()],
  argo: [
    argo({ canary: { steps: [{ setWeight: 25 }, { analysis: { templates: [{ templateName: 'check' }] } }, { pause: {} }] } }),
    template('check', metric({ name: 'success-rate', count: 4, failureLimit: 2 })),
  ],
  deployment: [deployment()],
  service: [
    { apiVersion: 'v1', kind: 'Service', metadata: { name: 'podinfo' }, spec: { selector: { app: 'podinfo', version: 'blue' } } },
    coloured('blue'),
    coloured('green'),
  ],
  knative: [{ apiVersion: 'serving.knative.dev/v1', kind: 'Service', metadata: { name: 'podinfo' }, spec: { template: {} } }],
};

const page = readFileSync(join(__dirname, '..', '..', '..', 'docs', 'scenarios.md'), 'utf8');
const examples = [...page.matchAll(/```yaml scenario=(\w+) end=(\w+)\n([\s\S]*?)```/g)].map(([, name = '', end = '', text = '']) => ({
  name,
  end,
  text,
}));

test('there is an example for each controller', () => {
  expect(examples.map((example) => example.name).sort()).toEqual(Object.keys(MANIFESTS).sort());
});

test.each(examples)('docs/scenarios.md: $name ends $end', ({ name, end, text }) => {
  expect(play(MANIFESTS[name] ?? [], parse(text)).end.what).toBe(end);
});
