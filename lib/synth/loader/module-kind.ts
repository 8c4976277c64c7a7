import * as fs from 'node:fs';
import * as path from 'node:path';

/** Whether a source file is an ES module: by its ending, or else by `type` of the nearest `package.json`, as Node decides. */
export function isEsModule(file: string): boolean {
  const [, kind] = /\.([cm])?[jt]s$/.exec(file) ?? [];
  return kind === undefined ? typeOf(path.dirname(file)) === 'module' : kind === 'm';
}

const types = new Map<string, string | undefined>();

function typeOf(folder: string): string | undefined {
  if (!types.has(folder)) types.set(folder, readType(folder));
  return types.get(folder);
}

function readType(folder: string): string | undefined {
  const file = path.join(folder, 'package.json');
  if (fs.existsSync(file)) return (JSON.parse(fs.readFileSync(file, 'utf8')) as { type?: string }).type;
  const parent = path.dirname(folder);
  return parent === folder ? undefined : typeOf(parent);
}
