import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';

// Writes lib/shapes/table.ts from the jsii assembly: what each group of options may hold. With --check it only says whether the table is as
// the code has it.
const root = join(__dirname, '..');
const path = join(root, 'lib/shapes/table.ts');

interface TypeReference {
  readonly primitive?: string;
  readonly fqn?: string;
  readonly collection?: { readonly kind: 'array' | 'map'; readonly elementtype: TypeReference };
  readonly union?: { readonly types: readonly TypeReference[] };
}

interface JsiiType {
  readonly kind: 'class' | 'enum' | 'interface';
  readonly name: string;
  readonly datatype?: boolean;
  readonly interfaces?: readonly string[];
  readonly properties?: readonly { readonly name: string; readonly optional?: boolean; readonly type: TypeReference }[];
}

type Types = { readonly [fqn: string]: JsiiType };

function typesOf(file: string): Types {
  const assembly = JSON.parse(readFileSync(file, 'utf8')) as { types: Types; schema: string; filename: string };
  if (assembly.schema !== 'jsii/file-redirect') return assembly.types;
  return (JSON.parse(gunzipSync(readFileSync(join(dirname(file), assembly.filename))).toString()) as { types: Types }).types;
}

const own = typesOf(join(root, '.jsii'));
const types: Types = Object.assign(
  {},
  ...['cdk8s', 'cdk8s-plus-27', 'constructs'].map((peer) => typesOf(join(root, 'node_modules', peer, '.jsii'))),
  own,
);

/** `[]` before the type of a list's items, `{}` before that of a map's values, `|` between alternatives, which stand in brackets within those. */
function typeText({ primitive, fqn, collection, union }: TypeReference): string {
  if (primitive) return ['string', 'number', 'boolean'].includes(primitive) ? primitive : 'any';
  if (collection) {
    const items = typeText(collection.elementtype);
    return `${collection.kind === 'array' ? '[]' : '{}'}${items.includes('|') ? `(${items})` : items}`;
  }
  if (union) return union.types.map(typeText).join('|');
  const type = types[fqn as string];
  if (type === undefined) throw new Error(`${fqn} is not in any assembly`);
  if (type.kind === 'enum') return own[fqn as string] ? 'string' : 'any';
  return type.kind === 'class' || (type.datatype && own[fqn as string]) ? type.name : 'object';
}

/** The options of a group, inherited ones included, in the order of their names. */
function optionsOf(type: JsiiType): [string, string][] {
  const inherited = (type.interfaces ?? []).flatMap((base) => optionsOf(types[base] as JsiiType));
  const stated = (type.properties ?? []).map(({ name, optional, type: of }): [string, string] => [
    name,
    `${typeText(of)}${optional ? '?' : ''}`,
  ]);
  return [...new Map([...inherited, ...stated])].sort(([a], [b]) => (a < b ? -1 : 1));
}

const groups = Object.values(own)
  .filter(({ kind, datatype }) => kind === 'interface' && datatype)
  .sort((a, b) => (a.name < b.name ? -1 : 1));
const rows = groups.map((type) => {
  const options = optionsOf(type).map(([name, text]) => `    ${name}: '${text}',\n`);
  return `  ${type.name}: {\n${options.join('')}  },\n`;
});
const unformatted = `// Made by \`scripts/shapes.ts\` from the types of the library: do not edit.

/** What each group of options may hold; \`?\` after what may be left out. */
export const SHAPES: { readonly [group: string]: { readonly [option: string]: string } } = {
${rows.join('')}};
`;
const table = execFileSync(join(root, 'node_modules/.bin/biome'), ['format', '--stdin-file-path', path], {
  cwd: root,
  input: unformatted,
  encoding: 'utf8',
});

const stale = !existsSync(path) || readFileSync(path, 'utf8') !== table;
if (stale && process.argv.includes('--check')) {
  process.stderr.write('lib/shapes/table.ts is not as the types have it: run `npm run build && npm run docs`.\n');
  process.exitCode = 1;
} else if (stale) writeFileSync(path, table);
