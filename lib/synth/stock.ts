import * as fs from 'node:fs';
import * as path from 'node:path';
import { SynthesisError } from '../manifest/manifests-of';
import type { ManifestTree, ParametricManifest } from '../manifest/tree';
import { readManifests } from '../model/read';

/**
 * The manifests that an app wrote by itself into the folder cdk8s names: a stock `App`, in any language. Parameters have taken their defaults there.
 */
export function readStockManifests(folder: string): ParametricManifest[] {
  const files = (fs.readdirSync(folder, { recursive: true }) as string[]).filter((file) => /\.ya?ml$/.test(file)).sort();
  const { manifests, problems } = readManifests(files.map((file) => ({ file, content: fs.readFileSync(path.join(folder, file)) })));
  if (problems.length > 0)
    throw new SynthesisError(problems.map(({ message, location }) => `${location?.file}:${location?.line ?? 1}: ${message}`));
  return manifests.map(({ manifest, origin }) => ({
    object: manifest as unknown as ManifestTree,
    origin: { construct: path.basename(origin.location?.file ?? '', '.k8s.yaml') },
  }));
}
