import * as fs from 'node:fs';
import * as path from 'node:path';
import { aliasTargets } from './tsconfig';

/** The folder of this library: `lib`, or what it was compiled to. */
const own = path.resolve(__dirname, '../..');
const NAME = 'cdk8s-progressive';
const PEERS = ['cdk8s', 'cdk8s-plus-27', 'constructs'];

export function isOwnFile(file: string): boolean {
  return file.startsWith(own + path.sep);
}

export function isPeer(request: string): boolean {
  return PEERS.some((peer) => request === peer || request.startsWith(`${peer}/`));
}

/**
 * The file that a request of a source file means where Node would find another one or none; undefined where Node knows best. An app inside
 * this very package, or one without an installed copy, gets the library that runs it.
 */
export function findModule(request: string, importer: string): string | undefined {
  if (request === NAME) return path.join(own, 'index.js');
  if (request.startsWith(`${NAME}/`)) return sourceFile(path.join(own, '..', request.slice(NAME.length + 1)));
  if (isOwnFile(importer) || importer.includes(`${path.sep}node_modules${path.sep}`)) return undefined;
  if (/^\.{0,2}\//.test(request) || request === '.' || request === '..') return sourceFile(path.resolve(path.dirname(importer), request));
  for (const target of aliasTargets(request, importer)) {
    const found = sourceFile(target);
    if (found) return found;
  }
  return undefined;
}

/** The file behind a path as TypeScript takes it: without its ending, with that of the JavaScript it would become, or a folder's index. */
function sourceFile(target: string): string | undefined {
  const asSource = target.replace(/\.([cm]?)js$/, '.$1ts');
  const endings = ['', '.ts', '.cts', '.mts', '.js', '.cjs', '.mjs', '.json', '/index.ts', '/index.js'];
  const isFile = (file: string) => fs.statSync(file, { throwIfNoEntry: false })?.isFile();
  const found = [...endings.map((ending) => target + ending), asSource].find(isFile);
  return found && fs.realpathSync(found);
}
