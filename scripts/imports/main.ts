// Makes imports/ from the releases in imports/releases.json. With --check it writes nothing and fails when the tree differs.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { builtinFiles } from './builtin';
import { customFiles } from './custom';
import { customKinds } from './kinds';
import { root } from './releases';
import { schemaFiles } from './schema-files';

const folder = join(root, 'imports');
const kept = new Set(['releases.json']);

function filesBelow(path: string): string[] {
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

function main(check: boolean): number {
  const files = new Map([...customKinds.flatMap(customFiles), ...builtinFiles(), ...schemaFiles()]);
  const stale = filesBelow(folder).filter((path) => !files.has(path) && !kept.has(path));
  const changed = [...files].filter(([path, text]) => !existsSync(join(folder, path)) || readFileSync(join(folder, path), 'utf8') !== text);
  if (check) {
    for (const path of [...stale, ...changed.map(([one]) => one)]) console.error(`imports/${path} differs: run npm run imports`);
    return stale.length + changed.length > 0 ? 1 : 0;
  }
  for (const path of stale) rmSync(join(folder, path));
  for (const [path, text] of changed) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  console.error(`imports: ${files.size} files, ${changed.length} changed, ${stale.length} removed`);
  return 0;
}

process.exitCode = main(process.argv.includes('--check'));
