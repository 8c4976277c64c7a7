import { resolve } from '../manifest/resolve';
import { fileNames } from './file-names';
import { kustomization } from './kustomize/kustomization';
import { overlay } from './kustomize/overlay';
import { ManifestTexts } from './manifest-text';
import type { Output, OutputFile, OutputInput } from './output';

/** A Kustomize tree: `base` has every parameter at its default, each of `overlays` is the computed difference of an environment. */
export const kustomizeOutput: Output = {
  name: 'kustomize',
  files({ manifests, environments }: OutputInput): OutputFile[] {
    const texts = new ManifestTexts();
    const base = resolve(manifests, { values: new Map() });
    const names = fileNames(base.map(({ manifest }) => manifest));
    const files = [
      ...within('base', [
        kustomization({ resources: names }),
        ...base.map(({ manifest, origin }, index) => ({ path: names[index] as string, text: texts.of(manifest, origin.construct) })),
      ]),
      ...environments.flatMap((environment) =>
        within(`overlays/${environment.name}`, overlay(base, resolve(manifests, environment), '../../base', texts)),
      ),
    ];
    texts.assertFine();
    return files;
  },
  environmentOf: (path) => /^overlays\/([^/]+)\//.exec(path)?.[1],
};

function within(folder: string, files: readonly OutputFile[]): OutputFile[] {
  return files.map(({ path, text }) => ({ path: `${folder}/${path}`, text }));
}
