import * as fs from 'node:fs';

import Module = require('node:module');

import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { findModule, isOwnFile, isPeer } from './find-module';
import { javascriptOf } from './javascript';
import { isEsModule } from './module-kind';

// Loaded with `node --require` into the process of an app: runs TypeScript by leaving the types out. Types are the editor's and the
// compiler's business.
type Compile = { _compile(code: string, file: string, format: 'commonjs'): void };
type Resolve = (request: string, parent: { readonly filename?: string | null } | undefined, ...rest: unknown[]) => string;
const loader = Module as unknown as {
  readonly _extensions: { [extension: string]: (module: Compile, file: string) => void };
  _resolveFilename: Resolve;
};
for (const extension of ['.ts', '.cts']) {
  loader._extensions[extension] = (module, file) => {
    const code = javascriptOf(file, fs.readFileSync(file, 'utf8'), 'commonjs');
    try {
      module._compile(code, file, 'commonjs');
    } catch (error) {
      throw error instanceof SyntaxError && error.message.includes('await is only valid') ? awaitProblem(file) : error;
    }
  };
}

/** Node would load the file once more as an ES module, and fail at its ending. */
function awaitProblem(file: string): Error {
  return new Error(
    `${file} awaits outside of a function, which ES modules can: state "type": "module" in package.json, or let the file's name end with .mts.`,
  );
}

const app = path.resolve(process.argv[1] ?? 'main.ts');
const resolveFilename = loader._resolveFilename;
loader._resolveFilename = function resolve(this: unknown, request, parent, ...rest) {
  const importer = parent?.filename ?? app;
  if (isPeer(request) && isOwnFile(importer)) return peerOfTheApp(request) ?? resolveFilename.call(this, request, parent, ...rest);
  return findModule(request, importer) ?? resolveFilename.call(this, request, parent, ...rest);
};

/** The app's copy, wherever ours lies: objects of two copies of cdk8s do not go together. */
function peerOfTheApp(request: string): string | undefined {
  try {
    return Module.createRequire(app).resolve(request);
  } catch {
    return undefined;
  }
}

// Only for an app that needs them: the hooks run in a thread of their own, which takes time to start.
if (isEsModule(app)) Module.register(pathToFileURL(path.join(__dirname, 'es-modules.js')));
