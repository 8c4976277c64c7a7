import * as fs from 'node:fs';
import * as path from 'node:path';
import { load } from 'js-yaml';
import { UsageError } from './command';

/** An app of a project: what to run, and where its outputs go. */
export interface ProjectApp {
  /** Its folder's name below `apps/`, or the project folder's name where there is one app only. */
  readonly name: string;
  /** The folder that holds `environments/`. */
  readonly folder: string;
  /** The TypeScript or JavaScript file to run with Node, or else a shell command. */
  readonly run: { readonly file: string } | { readonly command: string };
}

export interface Project {
  /** The folder of `cdk8s.yaml`: apps run there. */
  readonly folder: string;
  readonly apps: readonly ProjectApp[];
  /** The folder for outputs, absolute. */
  readonly output: string;
}

/**
 * Reads `cdk8s.yaml`. Beside what stock cdk8s knows (`app`, `output`) it may hold `apps`, a pattern such as `apps/<name>/main.ts`: then every
 * app is synthesized. A `--app` command wins over both.
 */
export function readProject(cwd: string, config: string, app: string | undefined, out: string | undefined): Project {
  const file = path.resolve(cwd, config);
  const exists = fs.existsSync(file);
  if (!exists && app === undefined) {
    throw new UsageError(
      `${config} is not there, and no --app is given; 'progressive init' makes a project, --app 'npx ts-node main.ts' runs an app without one.`,
    );
  }
  const settings = exists ? readSettings(file, config) : {};
  const folder = exists ? path.dirname(file) : cwd;
  return {
    folder,
    output: path.resolve(cwd, out ?? path.join(folder, settings.output ?? 'dist')),
    apps: app === undefined && settings.apps ? appsOf(folder, settings.apps, config) : [singleApp(folder, app ?? settings.app, config)],
  };
}

interface Settings {
  readonly app?: string;
  readonly apps?: string;
  readonly output?: string;
}

function readSettings(file: string, config: string): Settings {
  const settings = settingsIn(textOf(file, config), config);
  for (const key of ['app', 'apps', 'output']) {
    if (settings[key] !== undefined && typeof settings[key] !== 'string') {
      throw new UsageError(`${config}: '${key}' is ${JSON.stringify(settings[key])}; it must be a text.`);
    }
  }
  return settings;
}

function settingsIn(text: string, config: string): Record<string, unknown> {
  try {
    return (load(text) ?? {}) as Record<string, unknown>;
  } catch (error) {
    throw new UsageError(`${config} is no YAML: ${(error as Error).message.trim()}`);
  }
}

function textOf(file: string, config: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${config} cannot be read: ${(error as Error).message}`);
  }
}

function appsOf(folder: string, pattern: string, config: string): ProjectApp[] {
  const parts = /^(.+)\/\*\/([^*]+)$/.exec(pattern);
  if (!parts?.[1] || !parts[2]) throw new UsageError(`${config}: apps: '${pattern}' is no pattern of the form 'apps/*/main.ts'.`);
  const [, parent, file] = parts;
  const root = path.join(folder, parent);
  const names = fs.existsSync(root) ? fs.readdirSync(root).sort() : [];
  const apps = names
    .filter((name) => fs.existsSync(path.join(root, name, file)))
    .map((name) => ({ name, folder: path.join(root, name), run: { file: path.join(root, name, file) } }));
  if (apps.length === 0) throw new UsageError(`${config}: no file fits apps: '${pattern}'.`);
  return apps;
}

/** `npx ts-node main.ts` and its like are a file to us, which we run faster ourselves. */
const RUNNERS = /^(?:npx (?:--yes )?)?(?:ts-node|tsx|node)\s+([^\s-]\S*\.[cm]?[jt]s)$/;

function singleApp(folder: string, command: string | undefined, config: string): ProjectApp {
  if (!command) throw new UsageError(`${config} names no app; add 'app: npx ts-node main.ts', or 'apps: apps/*/main.ts' for several.`);
  const file = RUNNERS.exec(command.trim())?.[1] ?? (/^\S+\.[cm]?[jt]s$/.test(command.trim()) ? command.trim() : undefined);
  if (!file) return { name: path.basename(folder), folder, run: { command } };
  const full = path.resolve(folder, file);
  if (!fs.existsSync(full)) throw new UsageError(`the app ${file} is not there; ${config} or --app names a file that is.`);
  const appFolder = path.dirname(full);
  const inApps = path.basename(path.dirname(appFolder)) === 'apps';
  return { name: path.basename(inApps ? appFolder : folder), folder: inApps ? appFolder : folder, run: { file: full } };
}
