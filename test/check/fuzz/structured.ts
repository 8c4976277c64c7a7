import { Random } from './random';

type Tree = null | boolean | number | string | Tree[] | { [key: string]: Tree };

const ODD: readonly Tree[] = [
  null,
  '',
  0,
  -1,
  1e9,
  0.5,
  true,
  false,
  [],
  {},
  [null],
  [[]],
  [{}],
  '*',
  'a.b',
  '.',
  '/',
  '100%',
  '-5%',
  '10min',
  '1h',
  '"',
  'y',
  '012',
  '{{ x }}',
  '__proto__',
  '(',
  '(?=a)',
  '(a+)+$',
  'sum(',
  'result[0] >= 0.95',
  'istio-ingress/',
  '~/*',
  'mesh',
  '*.example.com',
  'x'.repeat(300),
  '\u2028',
  'ä',
  { exact: 'x' },
  { matchLabels: null },
  { name: {} },
  ['v1', 2],
  { __proto: 1 },
];

/** Objects of correct sets with values and keys moved about, written down in one of the many ways that YAML has. */
export function structured(objects: readonly unknown[], random: Random): string {
  const copy = structuredClone(objects) as Tree[];
  for (let left = random.below(10); left > 0; left--) change(copy, copy, random);
  if (random.chance(0.2))
    return random.chance(0.5)
      ? JSON.stringify({ apiVersion: 'v1', kind: 'List', items: copy })
      : copy.map((each) => JSON.stringify(each)).join('\n---\n');
  return copy.map((each) => `${block(each, 0, random)}\n`).join('---\n');
}

/** Goes down somewhere and changes what is there: another value, a value from elsewhere, one more, one less, another key. */
function change(root: Tree, all: readonly Tree[], random: Random): void {
  let parent = root;
  for (let depth = 0; depth < 12; depth++) {
    if (typeof parent !== 'object' || parent === null) return;
    const keys = Object.keys(parent);
    if (keys.length === 0) return;
    const key = random.pick(keys);
    const next: Tree | undefined = (parent as { [key: string]: Tree })[key];
    if (next === null || typeof next !== 'object' || random.chance(0.15)) {
      put(parent, key, all, random);
      return;
    }
    parent = next;
  }
}

function put(parent: Tree[] | { [key: string]: Tree }, key: string, all: readonly Tree[], random: Random): void {
  const target = parent as { [key: string]: Tree };
  const what = random.below(6);
  if (what === 0) Array.isArray(parent) ? parent.splice(Number(key), 1) : delete target[key];
  else if (what === 1) target[key] = structuredClone(somewhere(all, random));
  else if (what === 2 && Array.isArray(parent)) parent.push(structuredClone(target[key] as Tree));
  else if (what === 3 && !Array.isArray(parent)) target[`${key}${random.pick(['s', 'X', ''])}`] = target[key] as Tree;
  else if (what === 4 && typeof target[key] === 'string') target[key] = `${target[key]}${random.pick(['x', '.', '/', '"', '*', ' ', '0'])}`;
  else target[key] = structuredClone(random.pick(ODD));
}

function somewhere(all: readonly Tree[], random: Random): Tree {
  let value: Tree = random.pick(all);
  for (let depth = random.below(9); depth > 0 && typeof value === 'object' && value !== null; depth--) {
    const inner: Tree[] = Object.values(value);
    if (inner.length === 0) break;
    value = random.pick(inner);
  }
  return value;
}

function block(value: Tree, indent: number, random: Random): string {
  const pad = ' '.repeat(indent);
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0 || random.chance(0.05)) return flow(value, random);
  if (Array.isArray(value)) return `\n${value.map((item) => `${pad}- ${block(item, indent + 2, random)}`).join('\n')}`;
  return `\n${Object.entries(value)
    .map(([key, item]) => `${pad}${keyText(key, random)}: ${block(item, indent + 2, random)}`)
    .join('\n')}`;
}

function flow(value: Tree, random: Random): string {
  if (typeof value === 'string') return scalar(value, random);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => flow(item, random)).join(', ')}]`;
  return `{ ${Object.entries(value)
    .map(([key, item]) => `${keyText(key, random)}: ${flow(item, random)}`)
    .join(', ')} }`;
}

const keyText = (key: string, random: Random): string => (random.chance(0.95) ? key : JSON.stringify(key));

function scalar(text: string, random: Random): string {
  const style = random.below(20);
  if (style < 8) return JSON.stringify(text);
  if (style < 14) return `'${text.replaceAll("'", "''")}'`;
  if (style < 19) return text;
  return random.pick([`!!str ${JSON.stringify(text)}`, `&a ${JSON.stringify(text)}`, '*a', `${text} # c`]);
}

/** Which of the generators a seed stands for, so that a seed alone says what was read. */
export const seeded = (seed: number): Random => new Random(seed * 2654435761);
