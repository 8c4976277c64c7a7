import { identityKey, identityOf, type Manifest } from '../../manifest/manifest';
import { evaluateTree, type ParametricManifest, type Tree } from '../../manifest/tree';
import { fileNames } from '../file-names';
import { conditionSuffix } from './condition';

/** The file of each template: by kind and name; objects of one name, of which only one exists at a time, are told apart by their conditions. */
export function templateNames(manifests: readonly ParametricManifest[]): string[] {
  const defaults = manifests.map(({ object }) => evaluateTree(object as Tree, { values: new Map() }) as Manifest);
  const keys = defaults.map((manifest) => identityKey(identityOf(manifest)));
  const objects = new Map(defaults.map((manifest, index) => [keys[index], manifest]));
  const names = fileNames([...objects.values()]);
  const nameByKey = new Map([...objects.keys()].map((key, index) => [key, names[index] as string]));
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const taken = new Set<string>();
  return manifests.map(({ when }, index) => {
    const key = keys[index] as string;
    const name = nameByKey.get(key) as string;
    return unique(when && (counts.get(key) ?? 0) > 1 ? withSuffix(name, conditionSuffix(when._term)) : name, taken);
  });
}

function withSuffix(name: string, suffix: string): string {
  return name.replace(/\.yaml$/, `-${suffix.toLowerCase().replace(/[^a-z0-9.-]/g, '-')}.yaml`);
}

function unique(name: string, taken: Set<string>): string {
  let result = name;
  for (let number = 2; taken.has(result); number++) result = withSuffix(name, String(number));
  taken.add(result);
  return result;
}
