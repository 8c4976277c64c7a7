import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allTypes, optionGroups, optionsOf, ownTypes, type TypeReference } from './assembly';

// Writes lib/shapes/table.ts from the jsii assembly: what each group of options may hold. With --check it only says whether the table is as
// the code has it.
const root = join(__dirname, '../..');
const path = join(root, 'lib/shapes/table.ts');

/** `[]` before the type of a list's items, `{}` before that of a map's values, `|` between alternatives, which stand in brackets within those. */
function typeText({ primitive, fqn, collection, union }: TypeReference): string {
  if (primitive) return ['string', 'number', 'boolean'].includes(primitive) ? primitive : 'any';
  if (collection) {
    const items = typeText(collection.elementtype);
    return `${collection.kind === 'array' ? '[]' : '{}'}${items.includes('|') ? `(${items})` : items}`;
  }
  if (union) return union.types.map(typeText).join('|');
  const type = allTypes[fqn as string];
  if (type === undefined) throw new Error(`${fqn} is not in any assembly`);
  if (type.kind === 'enum') return ownTypes[fqn as string] ? 'string' : 'any';
  return type.kind === 'class' || (type.datatype && ownTypes[fqn as string]) ? type.name : 'object';
}

const rows = optionGroups.map((group) => {
  const options = optionsOf(group).map(({ name, optional, type }) => `    ${name}: '${typeText(type)}${optional ? '?' : ''}',\n`);
  return `  ${group.name}: {\n${options.join('')}  },\n`;
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
