import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { load } from 'js-yaml';
import { KUSTOMIZATION_FILES } from './render';

/** Of folders with charts or kustomizations, those that no other of them builds on: overlays, not their bases. */
export function leaves<T extends { readonly full: string }>(folders: readonly T[]): readonly T[] {
  const used = new Set(folders.flatMap(({ full }) => basesOf(full)));
  return folders.filter(({ full }) => !used.has(full));
}

function basesOf(folder: string): string[] {
  const kustomization = firstReadable(folder);
  if (typeof kustomization !== 'object' || kustomization === null) return [];
  return ['resources', 'bases', 'components'].flatMap((name) => {
    const list: unknown = (kustomization as { readonly [name: string]: unknown })[name];
    return Array.isArray(list) ? list.filter((path): path is string => typeof path === 'string').map((path) => resolve(folder, path)) : [];
  });
}

function firstReadable(folder: string): unknown {
  for (const name of KUSTOMIZATION_FILES) {
    try {
      return load(readFileSync(join(folder, name), 'utf8'));
    } catch {
      // Another of the names, or none: what renders the folder says what is wrong with it.
    }
  }
  return undefined;
}
