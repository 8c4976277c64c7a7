import * as fs from 'node:fs';
import * as path from 'node:path';
import type { EnvironmentFile } from '../parameters/environment';

/** The folder below an app's that holds a file per environment. */
export const ENVIRONMENTS = 'environments';

/** The files of an app's environments, by name. */
export function readEnvironmentFiles(appFolder: string): EnvironmentFile[] {
  const folder = path.join(appFolder, ENVIRONMENTS);
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && /^[^.].*\.ya?ml$/.test(entry.name))
    .map((entry) => path.join(folder, entry.name))
    .sort()
    .map((file) => ({ name: path.basename(file).replace(/\.ya?ml$/, ''), file: shownPath(file), text: fs.readFileSync(file, 'utf8') }));
}

function shownPath(file: string): string {
  const relative = path.relative(process.cwd(), file);
  return relative.startsWith('..') ? file : relative;
}
