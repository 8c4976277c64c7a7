import * as fs from 'node:fs';

import Module = require('node:module');

import * as path from 'node:path';
import { transform } from 'sucrase';

// Loaded with `node --require` into the process of an app: runs TypeScript by leaving the types out, line by line, so that the lines of a
// stack trace are those of the source. Types are the editor's and the compiler's business.
type Compile = { _compile(code: string, file: string): void };
const extensions = (Module as unknown as { _extensions: Record<string, (module: Compile, file: string) => void> })._extensions;
for (const extension of ['.ts', '.cts']) {
  extensions[extension] = (module, file) => {
    const { code } = transform(fs.readFileSync(file, 'utf8'), {
      transforms: ['typescript', 'imports'],
      filePath: file,
      keepUnusedImports: false,
    });
    module._compile(code, file);
  };
}

// An app inside this very package, or one without an installed copy, gets the library that runs it.
const own = path.resolve(__dirname, '..');
type Resolve = (request: string, ...rest: unknown[]) => string;
const loader = Module as unknown as { _resolveFilename: Resolve };
const resolveFilename = loader._resolveFilename;
loader._resolveFilename = function resolve(this: unknown, request: string, ...rest: unknown[]): string {
  if (request === 'cdk8s-progressive') return path.join(own, 'index.js');
  if (request.startsWith('cdk8s-progressive/'))
    return resolveFilename.call(this, path.join(own, '..', request.slice('cdk8s-progressive/'.length)), ...rest);
  return resolveFilename.call(this, request, ...rest);
};
