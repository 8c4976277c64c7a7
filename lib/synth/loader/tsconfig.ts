import Module = require('node:module');

import * as path from 'node:path';
import { createPathsMatcher, getTsconfig, type TsConfigResult } from 'get-tsconfig';

interface Project {
  readonly config: TsConfigResult['config'];
  readonly aliases: (request: string) => string[];
}

/** Where `baseUrl` and `paths` of a project let a bare request lead to, in order. */
export function aliasTargets(request: string, importer: string): string[] {
  return Module.isBuiltin(request) ? [] : projectOf(path.dirname(importer)).aliases(request);
}

/** The `compilerOptions` that hold for the sources of a folder, inherited ones included. */
export function compilerOptions(folder: string): NonNullable<TsConfigResult['config']['compilerOptions']> {
  return projectOf(folder).config.compilerOptions ?? {};
}

const projects = new Map<string, Project>();

function projectOf(folder: string): Project {
  const project = projects.get(folder) ?? readProject(folder);
  projects.set(folder, project);
  return project;
}

const NONE: Project = { config: {}, aliases: () => [] };

/** Options only help to find files: a `tsconfig.json` that cannot be read is the compiler's business. */
function readProject(folder: string): Project {
  try {
    const found = getTsconfig(folder);
    return found ? { config: found.config, aliases: createPathsMatcher(found) ?? NONE.aliases } : NONE;
  } catch {
    return NONE;
  }
}
