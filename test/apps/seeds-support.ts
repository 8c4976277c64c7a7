import * as fs from 'node:fs';
import * as path from 'node:path';
import { parse, stringify } from 'yaml';
import { ROOT } from '../support/project';

const SEEDS = path.join(ROOT, '../shared/seeds');

/** The tutorials that the apps were made from lie beside the project, and only where it is developed. */
export const haveSeeds = fs.existsSync(SEEDS);

type Data = { readonly [key: string]: unknown };

/** A tutorial whose name begins so: its text and the blocks of code in it. */
export function seed(number: string): { readonly text: string; readonly block: (...patterns: RegExp[]) => string } {
  const file = fs.readdirSync(SEEDS).find((name) => name.startsWith(number));
  if (file === undefined) throw new Error(`no seed ${number}`);
  const text = fs.readFileSync(path.join(SEEDS, file), 'utf8');
  const fenced = [...text.matchAll(/^[ ]*```[^\n]*\n([\s\S]*?)^[ ]*```/gm)].map((found) => found[1] ?? '');
  const indented = [...text.replace(/^>/gm, '').matchAll(/(?:^(?: {4}.*| *)\n)+/gm)].map(([block]) => block);
  const blocks = [...fenced, ...indented].map(dedented);
  const block = (...patterns: RegExp[]) => {
    const found = blocks.find((each) => patterns.every((pattern) => pattern.test(each)));
    if (found === undefined) throw new Error(`seed ${number} has no block with ${patterns.join(' and ')}`);
    return found;
  };
  return { text, block };
}

function dedented(text: string): string {
  const depths = text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.length - line.trimStart().length]));
  return text.replaceAll(new RegExp(`^ {${Math.min(...depths, 99)}}`, 'gm'), '').replace(/`$/gm, '');
}

/** A block as data: templates of Helm with these values, the rest as it is; three dots stand for what is left out, `unknown` for what no value is given of. */
export function dataOf(block: string, values: Data = {}, names: { readonly [expression: string]: string } = {}): Data {
  const valueOf = (name: string) => name.split('.').reduce<unknown>((value, key) => (value as Data | undefined)?.[key], values);
  const text = block
    .replace(/^\{\{- .*\n?/gm, '')
    .replace(/^ *\.\.\. *$/gm, '')
    .replace(/\{\{ ?toYaml \.Values\.([\w.]+) \| indent (\d+) ?\}\}/g, (_, name: string, depth: string) => {
      const value = valueOf(name);
      return value === undefined ? '' : stringify(value).replace(/^/gm, ' '.repeat(Number(depth)));
    })
    .replace(/\{\{ ?\.Values\.([\w.]+) ?\}\}/g, (_, name: string) => String(valueOf(name)))
    .replace(/\{\{ ?([^{}]*?) ?\}\}/g, (_, expression: string) => names[expression] ?? 'unknown');
  return parse(text) as Data;
}

/** Every field of the source that is not the same in what is emitted: its path, with both values. */
export function differences(source: unknown, emitted: unknown, at = ''): { [path: string]: string } {
  if (source === null) return {};
  if (typeof source !== 'object')
    return String(source) === String(emitted) ? {} : { [at]: `${String(source)} / ${JSON.stringify(emitted) ?? 'absent'}` };
  if (emitted === undefined) return { [at]: 'absent' };
  const of = (key: string) => (emitted as Data | undefined)?.[key];
  return Object.assign({}, ...Object.entries(source).map(([key, value]) => differences(value, of(key), at === '' ? key : `${at}.${key}`)));
}

/** The first column of the table in which an app's README explains where it differs. */
export function explained(app: string): string[] {
  const text = fs.readFileSync(path.join(ROOT, 'apps', app, 'README.md'), 'utf8');
  const [, table = ''] = text.split('## Where it differs from its source');
  return [...table.matchAll(/^\| (.*?) +\|/gm)].map((row) => row[1] ?? '');
}
