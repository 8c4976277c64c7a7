import Module = require('node:module');

import * as path from 'node:path';
import { compilerOptions } from './tsconfig';

/** What must be translated rather than left out. */
const NAMESPACE = /^[ \t]*(?:export[ \t]+)?(?:namespace|module)[ \t]+[A-Za-z_$][\w.$]*[ \t]*\{/m;
const DECORATOR = /^[ \t]*@[A-Za-z_$][\w.$]*[ \t]*(?:\(|$|(?:export|abstract|class)\b)/m;

/**
 * A TypeScript file as JavaScript, line by line, so that the lines of a stack trace are those of the source. Namespaces and decorators are
 * left to the TypeScript of the project.
 */
export function javascriptOf(file: string, text: string, modules: 'commonjs' | 'es'): string {
  const isNamespace = NAMESPACE.test(text);
  if (isNamespace || DECORATOR.test(text)) {
    const translated = translate(file, text, modules);
    if (translated !== undefined) return translated;
    if (isNamespace)
      throw new Error(
        `${file} holds a namespace, which takes the TypeScript compiler to run: 'npm install --save-dev typescript' adds it.`,
      );
  }
  // Loaded here only: an app in JavaScript needs no translation.
  const { transform } = require('sucrase') as typeof import('sucrase');
  return transform(text, {
    transforms: modules === 'commonjs' ? ['typescript', 'imports'] : ['typescript'],
    filePath: file,
    keepUnusedImports: false,
  }).code;
}

type TypeScript = Pick<typeof import('typescript'), 'transpileModule' | 'ModuleKind' | 'ScriptTarget'>;

/** What the TypeScript of the project makes of a file; undefined where there is none. */
function translate(fileName: string, text: string, modules: 'commonjs' | 'es'): string | undefined {
  const typescript = typescriptOf(fileName);
  if (!typescript) return undefined;
  const { experimentalDecorators, emitDecoratorMetadata, useDefineForClassFields } = compilerOptions(path.dirname(fileName)) as {
    [option: string]: boolean | undefined;
  };
  process.setSourceMapsEnabled(true);
  return typescript.transpileModule(text, {
    fileName,
    compilerOptions: {
      module: modules === 'commonjs' ? typescript.ModuleKind.CommonJS : typescript.ModuleKind.ESNext,
      target: typescript.ScriptTarget.ES2022,
      esModuleInterop: true,
      inlineSourceMap: true,
      experimentalDecorators,
      emitDecoratorMetadata,
      useDefineForClassFields,
    },
  }).outputText;
}

function typescriptOf(file: string): TypeScript | undefined {
  try {
    return Module.createRequire(file)('typescript') as TypeScript;
  } catch {
    return undefined;
  }
}
