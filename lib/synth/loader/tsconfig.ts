import * as fs from 'node:fs';

import Module = require('node:module');

import * as path from 'node:path';
import * as vm from 'node:vm';

/** What of a project's `tsconfig.json` matters while it runs. */
export interface CompilerOptions {
  /** Absolute. */
  readonly baseUrl?: string;
  readonly paths?: { readonly [pattern: string]: readonly string[] };
  /** What targets of `paths` start from, absolute. */
  readonly pathsFrom?: string;
  readonly [option: string]: unknown;
}

/** Where `baseUrl` and `paths` of a project let a bare request lead to, in order. */
export function aliasTargets(request: string, importer: string): string[] {
  if (Module.isBuiltin(request)) return [];
  const { baseUrl, paths = {}, pathsFrom = '' } = compilerOptions(path.dirname(importer));
  const aliased = Object.entries(paths).flatMap(([pattern, targets]) => {
    const [start = '', end] = pattern.split('*');
    if (end === undefined ? request !== pattern : !(request.startsWith(start) && request.endsWith(end))) return [];
    const rest = request.slice(start.length, end ? -end.length : undefined);
    return targets.map((target) =>
      path.resolve(
        pathsFrom,
        target.replace('*', () => rest),
      ),
    );
  });
  return baseUrl === undefined ? aliased : [...aliased, path.resolve(baseUrl, request)];
}

const known = new Map<string, CompilerOptions>();

/** The `compilerOptions` that hold for the sources of a folder, inherited ones included. */
export function compilerOptions(folder: string): CompilerOptions {
  const seen = known.get(folder);
  if (seen) return seen;
  const file = path.join(folder, 'tsconfig.json');
  const parent = path.dirname(folder);
  const options = fs.existsSync(file) ? readOptions(file) : parent === folder ? {} : compilerOptions(parent);
  known.set(folder, options);
  return options;
}

function readOptions(file: string): CompilerOptions {
  const { extends: bases = [], compilerOptions: own = {} } = parse(fs.readFileSync(file, 'utf8'), file);
  const inherited = [bases].flat().map((base) => inheritedFrom(base, file));
  const from = path.dirname(file);
  const baseUrl = own.baseUrl === undefined ? undefined : path.resolve(from, own.baseUrl);
  return Object.assign({}, ...inherited, own, baseUrl && { baseUrl }, own.paths && { pathsFrom: baseUrl ?? from });
}

/** Options only help to find files: a base that is not there is the compiler's business. */
function inheritedFrom(base: string, file: string): CompilerOptions {
  const require = Module.createRequire(file);
  for (const request of [base, `${base}.json`, `${base}/tsconfig.json`]) {
    try {
      return readOptions(require.resolve(request));
    } catch {}
  }
  return {};
}

interface ConfigFile {
  readonly extends?: string | string[];
  readonly compilerOptions?: CompilerOptions;
}

/** JSON with comments and trailing commas, which is an expression of JavaScript. */
function parse(text: string, file: string): ConfigFile {
  try {
    return (vm.runInNewContext(`(${text}\n)`, {}, { filename: file }) ?? {}) as ConfigFile;
  } catch {
    return {};
  }
}
