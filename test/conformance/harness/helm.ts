import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from './apps';
import type { KubeObject } from './kube';
import { must, temporaryFolder } from './process';
import { binary } from './programs';
import { parseObjects } from './yaml';

/** The two majors that are in use. */
export type Helm = 'helm3' | 'helm4';

let home: string | undefined;

/** Runs helm with folders of its own; it must succeed. */
export async function helm(program: Helm, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<string> {
  home ??= temporaryFolder('helm');
  const own = { HELM_CACHE_HOME: join(home, 'cache'), HELM_CONFIG_HOME: join(home, 'config'), HELM_DATA_HOME: join(home, 'data') };
  return must(await binary(program, 'helm'), args, { env: { ...own, ...env } });
}

/** The options that choose an environment's values: `values-<env>.yaml`, or the chart's own where there is only the one environment. */
export function valuesOf(app: App, environment: string): string[] {
  const file = join(app.folder, 'helm', `values-${environment}.yaml`);
  if (existsSync(file)) return ['-f', file];
  if (app.environments.length > 1) throw new Error(`${file} is not there`);
  return [];
}

/** The objects that a chart gives for an environment. */
export async function helmTemplate(program: Helm, app: App, environment: string): Promise<KubeObject[]> {
  const args = ['template', app.name, join(app.folder, 'helm'), '--skip-tests', ...valuesOf(app, environment)];
  return parseObjects(await helm(program, args), `${program} template ${app.name}`);
}
