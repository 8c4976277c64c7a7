import * as fs from 'node:fs';
import type { LoadHook, ResolveHook } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { findModule } from './find-module';
import { javascriptOf } from './javascript';

// The hooks by which Node loads an app of ES modules. See https://nodejs.org/api/module.html#customization-hooks

/** Finds sources as TypeScript names them. */
export const resolve: ResolveHook = (specifier, context, next) => {
  const { parentURL } = context;
  if (!parentURL?.startsWith('file:')) return next(specifier, context);
  const found = findModule(specifier, fileURLToPath(parentURL));
  return next(found ? pathToFileURL(found).href : specifier, context);
};

/** Leaves the types out. Whatever is imported is an ES module, because Node sees no names of exports in a TypeScript file that is none. */
export const load: LoadHook = async (url, context, next) => {
  if (!url.startsWith('file:') || !/\.m?ts$/.test(url)) return next(url, context);
  const file = fileURLToPath(url);
  return { format: 'module', source: javascriptOf(file, fs.readFileSync(file, 'utf8'), 'es'), shortCircuit: true };
};
