import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths';

/** What `synth` wrote for one app: `dist/<app>`. */
export interface App {
  readonly name: string;
  readonly folder: string;
  /** Environments of the plain output, sorted. */
  readonly environments: readonly string[];
}

const folders = (path: string) =>
  existsSync(path)
    ? readdirSync(path, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
        .sort()
    : [];

/** The outputs that are checked: the committed ones, unless CONFORMANCE_DIST names another folder of the same shape. */
export const DIST = process.env.CONFORMANCE_DIST ?? join(ROOT, 'dist');

/** Every app below a folder; one without a plain output is an error. */
export function findApps(dist = DIST): App[] {
  return folders(dist).map((name) => {
    const folder = join(dist, name);
    const environments = folders(join(folder, 'yaml'));
    if (!environments.length) throw new Error(`${folder} has no yaml/<environment>: run "npm start"`);
    return { name, folder, environments };
  });
}

/** Folder of one environment's plain output. */
export const plainFolder = (app: App, environment: string) => join(app.folder, 'yaml', environment);
