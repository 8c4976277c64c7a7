import { duplicateProblems } from '../manifest/duplicates';
import { resolve } from '../manifest/resolve';
import type { ParametricManifest } from '../manifest/tree';
import type { SourcedManifest } from '../model/sourced';
import type { OutputFile } from '../output/output';
import { outputsByName } from '../output/outputs';
import { type WriteReport, writeFolder } from '../output/write-folder';
import type { SynthAnswer } from './answer';
import type { EnvironmentFinding, EnvironmentManifests } from './check-all';
import { readEnvironmentFiles } from './environment-files';
import { environmentsOf } from './environments-of';
import type { SynthRequest } from './request';
import { watchesOf } from './watch';

const NO_OBJECTS = 'the app makes no object in any environment. Nothing was written: outputs that are there would be deleted.';

/** From parametric manifests to files on disk: resolves, checks, renders, writes. */
export function synthesize(request: SynthRequest, manifests: readonly ParametricManifest[]): SynthAnswer {
  const { environments, problems: wrong } = environmentsOf(manifests, readEnvironmentFiles(request.appFolder), request.environments);
  const names = environments.map((environment) => environment.name);
  if (wrong.length > 0) return { objects: 0, environments: names, findings: [], problems: wrong };
  const resolved = environments.map((environment) => resolve(manifests, environment));
  const problems = resolved.every((objects) => objects.length === 0) ? [NO_OBJECTS] : [...new Set(resolved.flatMap(duplicateProblems))];
  if (problems.length > 0) return { objects: 0, environments: names, findings: [], problems };
  const findings = request.check ? findingsOf(byEnvironment(names, resolved)) : [];
  if (findings.some(({ severity }) => severity === 'error')) return { objects: 0, environments: names, findings, problems: [] };
  const files: OutputFile[] = [];
  for (const name of request.outputs) {
    for (const { path, text } of outputsByName[name].files({
      app: request.app,
      manifests,
      environments,
      options: request.options,
      factsOf,
      watchOf: watchesOf(manifests),
    })) {
      files.push({ path: `${name}/${path}`, text });
    }
  }
  const replaced = new Map<string, Buffer>();
  const written = writeFolder(files, request.folder, request.outputs, {
    force: request.force,
    keep: ofOtherEnvironments(request),
    replaced: (file, content) => replaced.set(file, content),
  });
  const effect = effectsOf(names, resolved, files, written, replaced);
  return { objects: resolved[0]?.length ?? 0, environments: names, findings, written, effect, problems: [] };
}

function effectsOf(
  names: readonly string[],
  resolved: readonly (readonly SourcedManifest[])[],
  files: readonly OutputFile[],
  written: WriteReport,
  replaced: ReadonlyMap<string, Buffer>,
): readonly string[] {
  const isFirst = written.unchanged === 0 && replaced.size === 0;
  const isUnchanged = written.unchanged === files.length && replaced.size === 0;
  if (isFirst || isUnchanged) return [];
  // Loaded here only: it stands on the whole model and simulation.
  const { effectOf } = require('./effect') as typeof import('./effect');
  return effectOf(byEnvironment(names, resolved), files, written, replaced);
}

function byEnvironment(names: readonly string[], resolved: readonly (readonly SourcedManifest[])[]): EnvironmentManifests[] {
  return resolved.map((manifests, index) => ({ environment: names[index] ?? '', manifests }));
}

function findingsOf(all: readonly EnvironmentManifests[]): readonly EnvironmentFinding[] {
  // Loaded here only: rules and schemas take longer to load than a small app takes to synthesize.
  const { checkAll } = require('./check-all') as typeof import('./check-all');
  return checkAll(all);
}

// Loaded where an output asks: the facts stand on the whole release model.
const factsOf: typeof import('./facts').factsOf = (manifests) => (require('./facts') as typeof import('./facts')).factsOf(manifests);

/** Where only some environments are asked for, the files of the others stay as they are. */
function ofOtherEnvironments({ environments, outputs }: SynthRequest): ((file: string) => boolean) | undefined {
  if (environments === undefined) return undefined;
  return (file) => {
    const output = outputs.find((name) => file.startsWith(`${name}/`));
    const environment = output && outputsByName[output].environmentOf(file.slice(output.length + 1));
    return environment !== undefined && !environments.includes(environment);
  };
}
