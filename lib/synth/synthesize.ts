import { duplicateProblems } from '../manifest/duplicates';
import { resolve } from '../manifest/resolve';
import type { ParametricManifest } from '../manifest/tree';
import type { Environment } from '../output/output';
import { outputsByName } from '../output/outputs';
import { writeFolder } from '../output/write-folder';
import type { SynthAnswer } from './answer';
import type { SynthRequest } from './request';

/** From parametric manifests to files on disk: resolves, checks, renders, writes. */
export function synthesize(request: SynthRequest, manifests: readonly ParametricManifest[]): SynthAnswer {
  const environments: Environment[] = [{ name: 'default', values: new Map() }];
  const names = environments.map((environment) => environment.name);
  const resolved = environments.map((environment) => resolve(manifests, environment));
  const problems = [...new Set(resolved.flatMap(duplicateProblems))];
  if (problems.length > 0) return { objects: 0, environments: names, findings: [], problems };
  const files = request.outputs.flatMap((name) =>
    outputsByName[name].files({ app: request.app, manifests, environments }).map((file) => ({ ...file, path: `${name}/${file.path}` })),
  );
  const written = writeFolder(files, request.folder, request.outputs, { force: request.force });
  return { objects: resolved[0]?.length ?? 0, environments: names, findings: [], written, problems: [] };
}
