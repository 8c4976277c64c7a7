import { identityKey, identityOf, type Manifest } from '../../manifest/manifest';
import { evaluateTree, type ParametricManifest, type Tree } from '../../manifest/tree';
import { fileNames } from '../file-names';

/** A template: its file name, and which manifests stand in it. */
export interface Template {
  readonly name: string;
  /** Positions in the list of manifests: one, or the variants of one object of which at most one exists at a time. */
  readonly variants: readonly number[];
}

/** One template per object, named by its kind and name; the variants of an object share one. */
export function templatesOf(manifests: readonly ParametricManifest[]): Template[] {
  const variants = new Map<string, number[]>();
  const objects: Manifest[] = [];
  manifests.forEach(({ object }, index) => {
    const manifest = evaluateTree(object as Tree, { values: new Map() }) as Manifest;
    const key = identityKey(identityOf(manifest));
    const others = variants.get(key);
    if (others) others.push(index);
    else {
      variants.set(key, [index]);
      objects.push(manifest);
    }
  });
  const names = fileNames(objects);
  return [...variants.values()].map((indexes, position) => ({ name: names[position] as string, variants: indexes }));
}
