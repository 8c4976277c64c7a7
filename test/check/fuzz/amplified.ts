import type { Random } from './random';

/** Input below a megabyte that costs far more than its size when a reader is careless. */
export function amplified(random: Random, samples: readonly string[]): string {
  const shape = random.pick(SHAPES);
  return shape(1 + random.below(random.pick([50, 2_000, 40_000])), random, samples).slice(0, 900_000);
}

type Shape = (size: number, random: Random, samples: readonly string[]) => string;

const HEAD = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: x }\n';
const word = (random: Random): string => random.pick(['a', 'reviews', 'v1', '*', '__proto__', 'true', '012', 'app.kubernetes.io/name']);

const SHAPES: readonly Shape[] = [
  (size) => '---\n'.repeat(size),
  (size) => `${HEAD}data: ${'['.repeat(size)}`,
  (size) => `${HEAD}data: ${'['.repeat(size)}${']'.repeat(size)}`,
  (size) => `${HEAD}data: ${'{a: '.repeat(size)}`,
  (size) => `${HEAD}data:\n${Array.from({ length: Math.min(size, 1_200) }, (_, depth) => `${' '.repeat(depth + 1)}a:\n`).join('')}`,
  (size) => `${HEAD}data: "${'x'.repeat(size * 20)}"`,
  (size) => `${HEAD}data: ${'- '.repeat(size)}x`,
  (size) => `${HEAD}data: ${'? '.repeat(size)}x`,
  (size) => `${HEAD}data: { ${Array.from({ length: size }, (_, index) => `k${index}: &a${index} x`).join(', ')} }`,
  (size) => {
    const levels = Math.min(size, 40);
    const lines = Array.from(
      { length: levels },
      (_, level) => `a${level}: &a${level} [${level === 0 ? 'x' : `*a${level - 1}, *a${level - 1}`}]`,
    );
    return `${HEAD}data:\n  ${lines.join('\n  ')}\n`;
  },
  (size) => `${HEAD}data:\n  a: &a { b: x }\n  l:\n${'  - *a\n'.repeat(size)}`,
  (size) => `${HEAD}data: &a [*a, ${'*a, '.repeat(size)}]`,
  (size, random) => `${HEAD}data:\n${`  ${word(random)}: ${word(random)}\n`.repeat(size)}`,
  (size, random) =>
    `apiVersion: v1\nkind: List\nitems:\n${`- { apiVersion: v1, kind: Service, metadata: { name: ${word(random)} }, spec: { selector: { version: 2 } } }\n`.repeat(size)}`,
  (size, random) =>
    `{"apiVersion":"v1","kind":"List","items":[${Array.from({ length: size }, (_, index) => `{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"${word(random)}${index}"},"spec":{"replica":2}}`).join(',')}]}`,
  (size, random, samples) => {
    const sample = random.pick(samples);
    return Array.from({ length: Math.ceil(size / 50) }, () => sample).join('\n---\n');
  },
  (size, random) => {
    const routes = Array.from(
      { length: size },
      (_, index) => `  - { match: [{ uri: { prefix: /${index % 50} } }], route: [{ destination: { host: ${word(random)} } }] }`,
    );
    return `apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: { name: x }\nspec:\n  hosts: [x]\n  http:\n${routes.join('\n')}\n`;
  },
  (size) =>
    Array.from(
      { length: size },
      (_, index) => `apiVersion: v1\nkind: Service\nmetadata: { name: s${index} }\nspec: { selector: { app: a }, ports: [{ port: 80 }] }\n`,
    ).join('---\n'),
  (size) =>
    Array.from(
      { length: size },
      (_, index) =>
        `apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: { name: s${index} }\nspec: { hosts: [a], http: [{ route: [{ destination: { host: b${index}, subset: v1 } }] }] }\n`,
    ).join('---\n'),
  (size) =>
    Array.from(
      { length: size },
      (_, index) =>
        `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: s${index} }\nspec: { selector: { matchLabels: { app: a } }, template: { metadata: { labels: { app: a } }, spec: { containers: [{ name: a, image: b }] } } }\n`,
    ).join('---\n'),
  (size) =>
    `apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: { name: x }\nspec: { hosts: [x], http: [{ match: [{ uri: { regex: '${'(a*)*'.repeat(Math.min(size, 400))}' } }] }] }\n`,
  (size) =>
    `apiVersion: flagger.app/v1beta1\nkind: MetricTemplate\nmetadata: { name: x }\nspec: { provider: { type: prometheus }, query: '${'sum('.repeat(size)}x${')'.repeat(size)}' }\n`,
];
