import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type JsiiType, optionGroups, optionsOf, ownTypes, type TypeReference } from './assembly';

// Writes docs/options.md from the doc comments of the library; with --check it only says whether the page is as the code has it.
const path = join(__dirname, '../../docs/options.md');

const CHAPTERS: { readonly [folder: string]: string } = {
  service: 'Services and their versions',
  traffic: 'Routes, gateways and connections',
  release: 'Releases',
  analysis: 'Analyses, load tests and alerts',
  parameters: 'Parameters',
  manifest: 'Objects',
};

function typeText({ primitive, fqn, collection, union }: TypeReference): string {
  if (primitive) return primitive;
  if (collection)
    return collection.kind === 'array' ? `list of ${typeText(collection.elementtype)}` : `map of ${typeText(collection.elementtype)}`;
  if (union) return union.types.map(typeText).join(' or ');
  const name = (fqn as string).split('.').at(-1) as string;
  const isGroup = ownTypes[fqn as string]?.datatype;
  return isGroup ? `[${name}](#${name.toLowerCase()})` : name;
}

function cell(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').replace(/(?<!\\)\|/g, '\\|');
}

function section(group: JsiiType): string {
  const rows = optionsOf(group).map(({ name, optional, type, docs = {} }) => {
    const words = [docs.summary, docs.remarks].filter(Boolean).join(' ');
    return `| \`${name}\`${optional ? '' : ' (needed)'} | ${cell(typeText(type))} | ${cell(words)} |\n`;
  });
  const { summary = '', remarks = '' } = group.docs ?? {};
  const about = [summary, remarks].filter(Boolean).join(' ');
  return `### ${group.name}\n\n${about ? `${about.replace(/\s*\n(?!\|)\s*/g, ' ')}\n\n` : ''}| option | type | meaning |\n|---|---|---|\n${rows.join('')}`;
}

const chapters = Object.entries(CHAPTERS).map(([folder, title]) => {
  const groups = optionGroups.filter(({ locationInModule }) => locationInModule.filename.startsWith(`lib/${folder}/`));
  return `## ${title}\n\n${groups.map(section).join('\n')}`;
});
const page = `<!-- Made by \`scripts/docs/options.ts\` from the doc comments of lib/: do not edit. -->\n# Options\n\nEvery option that the constructs take: its type, what it means, the field it becomes, and its default.\n\n${chapters.join('\n')}`;

const stale = !existsSync(path) || readFileSync(path, 'utf8') !== page;
if (stale && process.argv.includes('--check')) {
  process.stderr.write('docs/options.md is not as the doc comments have it: run `npm run build && npm run docs`.\n');
  process.exitCode = 1;
} else if (stale) writeFileSync(path, page);
