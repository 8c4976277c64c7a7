import type { ParametricManifest, Tree } from '../../lib/manifest/tree';
import { treeOf } from '../../lib/manifest/tree';
import { Condition } from '../../lib/parameters/condition';
import { Parameter } from '../../lib/parameters/parameter';
import { ReleaseName } from '../../lib/parameters/release-name';
import { restOf } from '../../lib/parameters/rest';

/** One parameter of every type, each in every place in which it may stand. */
export const parameters = {
  replicas: Parameter.integer('web.replicas', { defaultValue: 2, min: 0, max: 5_000_000_000, description: 'How many pods.' }),
  weight: Parameter.percent('web.v2.weight', { defaultValue: 0, description: 'Share of requests that v2 takes.' }),
  betaWeight: Parameter.percent('web.v3-beta.weight', { defaultValue: 10, max: 60 }),
  ratio: Parameter.number('web.ratio', { defaultValue: 0.25, min: -1e9, max: 1e9 }),
  greeting: Parameter.string('web.greeting', { defaultValue: 'hello', description: 'Said to everybody.\nIn any language.' }),
  host: Parameter.string('Web.host', { defaultValue: 'shop.example.com', pattern: '^[a-z0-9.-]+$' }),
  tag: Parameter.imageTag('web.v2.tag', { defaultValue: '1.10' }),
  memory: Parameter.quantity('web.memory', { defaultValue: '64Mi' }),
  interval: Parameter.duration('web.interval', { defaultValue: '30s' }),
  canary: Parameter.boolean('canary.enable', { defaultValue: false }),
  current: Parameter.choice('web.current', { defaultValue: 'v1', choices: ['v1', 'v2', 'on'] }),
  hosts: Parameter.stringList('web.hosts', { defaultValue: ['a.example.com', 'no'] }),
  labels: Parameter.stringMap('web.pod-labels', { defaultValue: { tier: 'front', '012': 'y' } }),
};

const { replicas, weight, betaWeight, ratio, greeting, host, tag, memory, interval, canary, current, hosts, labels } = parameters;
const release = new ReleaseName('every');
const chosen = (version: string) => Condition.isChosen(current, version);

const objects: [Record<string, unknown>, Condition?][] = [
  [
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'web', namespace: 'shop', labels: { app: 'web' }, annotations: { 'example.com/said': `${greeting}` } },
      spec: {
        replicas,
        strategy: { type: 'Recreate', rollingUpdate: null },
        selector: { matchLabels: { app: 'web' } },
        template: {
          metadata: { labels },
          spec: {
            containers: [
              { name: 'side', image: 'shop/side:1.0.0', args: ['--ratio', `${ratio}`, `{{${greeting}}}`, '{{ .Values.evil }}', `{${tag}`] },
              {
                name: 'web',
                image: `shop/web:${tag}`,
                env: [
                  { name: 'SAID', value: greeting },
                  { name: 'REPLICAS', value: `${replicas}` },
                  { name: 'WAIT', value: `${interval}` },
                  { name: 'MIXED', value: `"${greeting}" 100% \\ ${replicas} ${canary} ${ratio} $(SAID)` },
                ],
                resources: { requests: { memory }, limits: { memory } },
              },
            ],
            volumes: [{ name: 'tmp', emptyDir: {} }],
          },
        },
      },
    },
  ],
  [
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: `${release}-config`, namespace: 'shop' },
      data: {
        'app.conf': `memory = ${memory}\n\n  indented = {{ ${tag} }}\nrelease = ${release}\n`,
        'greeting.txt': `He said: ${greeting}\nand left.\n`,
        [`{{ key }}`]: '{{{ braces }}} {{- trimmed -}}',
        choice: `${current}`,
      },
    },
  ],
  [
    {
      apiVersion: 'networking.istio.io/v1',
      kind: 'VirtualService',
      metadata: { name: 'web', namespace: 'shop' },
      spec: {
        hosts,
        http: [
          {
            route: [
              { destination: { host: 'web', subset: 'v1' }, weight: restOf([weight, betaWeight]) },
              { destination: { host: 'web', subset: 'v2' }, weight },
              { destination: { host: 'web', subset: 'beta' }, weight: betaWeight },
            ],
          },
          { route: [{ weight: restOf([20, betaWeight]) }, { weight: 20 }, { weight: betaWeight, ratio }] },
          { fault: { abort: { percentage: { value: ratio } } }, mirror: canary, timeout: interval, rewrite: { authority: host } },
        ],
      },
    },
  ],
  ...['v1', 'v2', 'on'].map((version): [Record<string, unknown>, Condition] => [
    { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web', namespace: 'shop' }, spec: { selector: { app: 'web', version } } },
    chosen(version),
  ]),
  [
    {
      apiVersion: 'flagger.app/v1beta1',
      kind: 'Canary',
      metadata: { name: 'web', namespace: 'shop' },
      spec: { interval: '{{ x }}', list: [1, [2, []], {}] },
    },
    Condition.isTrue(canary).and(chosen('v2').not()),
  ],
];

export const everyParameter: ParametricManifest[] = objects.map(([object, when], index) => ({
  object: treeOf(object) as Tree as ParametricManifest['object'],
  ...(when ? { when } : {}),
  origin: { construct: `every/object-${index}` },
}));
