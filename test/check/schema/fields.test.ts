import { load } from 'js-yaml';
import { validateSchema } from '../../../lib/check/schema/validate';
import { problems } from './problems';

const deployment = (container: string, labels = 'app: a'): string => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: a, labels: { ${labels} } }
spec:
  selector: { matchLabels: { app: a } }
  template:
    metadata: { labels: { app: a } }
    spec: { containers: [{ name: a, image: "a:1", ${container} }] }
`;
const virtualService = (spec: string): string => `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: a }
spec: ${spec}
`;

test('a correct object has no problems', () => {
  expect(problems(deployment('ports: [{ containerPort: 80 }], resources: { limits: { cpu: 0.5, memory: 64Mi } }'))).toEqual([]);
  expect(problems(virtualService('{ hosts: [a], http: [{ route: [{ destination: { host: a } }] }] }'))).toEqual([]);
});

test('a misspelt field is named with the field that was meant, and with all that are known', () => {
  expect(validateSchema(load(virtualService('{ hots: [a] }')))).toEqual([
    {
      path: ['spec', 'hots'],
      keyword: 'unknown',
      message: 'the field "hots" is unknown; did you mean "hosts"?',
      allowed: ['exportTo', 'gateways', 'hosts', 'http', 'tcp', 'tls'],
      nearest: 'hosts',
    },
  ]);
  expect(problems(deployment('imagepullpolicy: Always'))).toEqual([
    'spec.template.spec.containers[0].imagepullpolicy: the field "imagepullpolicy" is unknown; did you mean "imagePullPolicy"?',
  ]);
});

test('a field that is like no other is told with what is known there', () => {
  expect(problems(virtualService('{ weights: 1 }'))).toEqual([
    'spec.weights: the field "weights" is unknown; known here: exportTo, gateways, hosts, http, tcp and tls',
  ]);
});

test('types: what is there, what belongs there, how to write it', () => {
  expect(problems(deployment('', 'app: a, canary: true, build: 7'))).toEqual([
    'metadata.labels.canary: true stands where a text belongs; put it in quotes',
    'metadata.labels.build: the number 7 stands where a text belongs; put it in quotes',
  ]);
  const at = 'spec.template.spec.containers[0]';
  expect(problems(deployment('ports: [{ containerPort: "80" }]'))).toEqual([
    `${at}.ports[0].containerPort: the text "80" stands where a whole number belongs; write it without quotes`,
  ]);
  expect(problems(deployment('args: run'))).toEqual([`${at}.args: the text "run" stands where a list belongs; put it in a list`]);
  expect(problems(deployment('tty: "true"'))).toEqual([
    `${at}.tty: the text "true" stands where true or false belongs; write it without quotes`,
  ]);
  expect(problems(deployment('resources: { limits: { cpu: lots } }'))).toEqual([
    `${at}.resources.limits.cpu: the text "lots" stands where a quantity such as 500m or 64Mi belongs`,
  ]);
  expect(problems(deployment('livenessProbe: { httpGet: { port: 1.5 } }'))).toEqual([
    `${at}.livenessProbe.httpGet.port: the number 1.5 stands where a whole number or a text belongs`,
  ]);
  expect(problems('[]')).toEqual([': an empty list stands where a Kubernetes object belongs']);
});

test('a value outside the list is told with the list', () => {
  expect(validateSchema(load(deployment('imagePullPolicy: always')))).toEqual([
    {
      path: ['spec', 'template', 'spec', 'containers', 0, 'imagePullPolicy'],
      keyword: 'enum',
      message: 'the text "always" is none of the allowed values: Always, Never or IfNotPresent; did you mean "Always"?',
      allowed: ['Always', 'Never', 'IfNotPresent'],
      nearest: 'Always',
    },
  ]);
});

test('all problems of an object are told', () => {
  expect(
    problems('{ apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: { name: 1 }, spec: { minReplicas: a } }'),
  ).toEqual([
    'metadata.name: the number 1 stands where a text belongs; put it in quotes',
    'spec.scaleTargetRef: the field "scaleTargetRef" is missing',
    'spec.maxReplicas: the field "maxReplicas" is missing',
    'spec.minReplicas: the text "a" stands where a whole number belongs',
  ]);
});

test('numbers are held to their bounds', () => {
  const port = (number: string): string =>
    virtualService(`{ http: [{ route: [{ destination: { host: a, port: { number: ${number} } } }] }] }`);
  expect(problems(port('80'))).toEqual([]);
  expect(problems(port('-1'))).toEqual([
    'spec.http[0].route[0].destination.port.number: the number -1 is too small; it must be at least 0 and at most 4294967295',
  ]);
  expect(problems(deployment('ports: [{ containerPort: 3000000000 }]'))).toEqual([
    'spec.template.spec.containers[0].ports[0].containerPort: the number 3000000000 does not fit in int32: -2147483648 to 2147483647',
  ]);
});

test('a field that is null counts as absent; an item of a list cannot be null', () => {
  expect(problems(deployment('env: null'))).toEqual([]);
  expect(problems('{ apiVersion: v1, kind: Service, metadata: { name: a }, spec: { ports: [{ port: null }] } }')).toEqual([
    'spec.ports[0].port: the field "port" is missing',
  ]);
  expect(problems(virtualService('{ hosts: null, http: [{ route: [{ destination: null }] }] }'))).toEqual([
    'spec.http[0].route[0].destination: the field "destination" is missing',
  ]);
  expect(problems(virtualService('{ hosts: [null] }'))).toEqual(['spec.hosts[0]: null stands where a text belongs']);
});

test('fields named like the methods of every object are fields like others', () => {
  const object = JSON.parse(
    '{ "apiVersion": "v1", "kind": "ConfigMap", "metadata": { "name": "a" }, "constructor": 1, "__proto__": {}, "data": { "toString": "a" } }',
  );
  expect(validateSchema(object).map((one) => one.path)).toEqual([['constructor'], ['__proto__']]);
});

test('values of Secrets and of what looks like a secret are never shown', () => {
  const [secret] = problems('{ apiVersion: v1, kind: Secret, metadata: { name: a }, data: { key: "hunter2!" } }');
  expect(secret).toBe('data.key: a text is not base64');
  expect(problems(deployment('env: [{ name: PIN, value: 271828 }]'))).toEqual([
    'spec.template.spec.containers[0].env[0].value: a number stands where a text belongs; put it in quotes',
  ]);
});

test('long values are cut', () => {
  const [message] = problems(deployment(`ports: [{ containerPort: "${'a'.repeat(500)}" }]`));
  expect(message.length).toBeLessThan(200);
  expect(message).toContain('aaa..."');
});
