import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';

export type Renderer = 'helm' | 'kustomize';

/** Renders a chart or a kustomization: its manifests, or why there are none. */
export type Render = (renderer: Renderer, path: string) => { text?: string; error?: { message: string; fix: string } };

/** The names under which kustomize finds a kustomization in a folder. */
export const KUSTOMIZATION_FILES = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];
const MAX_OUTPUT = 1 << 30;

/** What has to render a path before it is manifests; undefined when they are there already. */
export function rendererOf(path: string, folder: boolean): Renderer | undefined {
  if (!folder) return path.endsWith('.tgz') ? 'helm' : undefined;
  if (existsSync(join(path, 'Chart.yaml'))) return 'helm';
  return KUSTOMIZATION_FILES.some((name) => existsSync(join(path, name))) ? 'kustomize' : undefined;
}

/** Renders with the programs that are installed. */
export const renderWithPrograms: Render = (renderer, path) => {
  const commands = renderer === 'helm' ? [['helm', 'template', releaseName(path), path, '--skip-tests']] : kustomizeCommands(path);
  for (const [program, ...args] of commands) {
    const run = spawnSync(program as string, args, { encoding: 'utf8', maxBuffer: MAX_OUTPUT });
    if ((run.error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT') continue;
    if (run.status === 0) return { text: run.stdout };
    const reason = (run.error?.message ?? run.stderr).trim().split('\n').slice(-3).join(' ');
    return {
      error: {
        message: `${program} cannot render ${basename(path)}: ${reason}`,
        fix: `Run \`${program} ${args.join(' ')}\` to see all of it.`,
      },
    };
  }
  const names = renderer === 'helm' ? 'helm is' : 'neither kustomize nor kubectl is';
  const fix = `Install ${renderer === 'helm' ? 'helm' : 'kustomize or kubectl'}, or pipe the rendered manifests in: \`${commands[0]?.join(' ')} | progressive ... -\`.`;
  return { error: { message: `${basename(path)} has to be rendered, and ${names} installed.`, fix } };
};

function kustomizeCommands(path: string): string[][] {
  return [
    ['kustomize', 'build', path],
    ['kubectl', 'kustomize', path],
  ];
}

/** Charts use the release's name in names: the folder's name, made fit, is the natural choice. */
function releaseName(path: string): string {
  const name = basename(path)
    .toLowerCase()
    .replace(/\.tgz$/, '')
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return name.slice(0, 53) || 'release';
}
