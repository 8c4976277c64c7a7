import { resolve } from '../manifest/resolve';
import type { SourcedManifest } from '../model/sourced';
import { NO_FACTS } from './facts';
import { fileNames } from './file-names';
import { kustomization } from './kustomize/kustomization';
import { overlay } from './kustomize/overlay';
import { inPart, partsOf } from './kustomize/parts';
import { ManifestTexts } from './manifest-text';
import type { Output, OutputFile, OutputInput } from './output';

/**
 * A Kustomize tree: `base` has every parameter at its default, each of `overlays` is the computed difference of an environment. On request
 * both are split into parts that can be applied one after the other.
 */
export const kustomizeOutput: Output = {
  name: 'kustomize',
  files({ manifests, environments, options, factsOf = () => NO_FACTS }: OutputInput): OutputFile[] {
    const texts = new ManifestTexts();
    const base = resolve(manifests, { values: new Map() });
    const wanted = environments.map((environment) => ({
      folder: `overlays/${environment.name}`,
      objects: resolve(manifests, environment),
    }));
    const files: OutputFile[] = [];
    if (options?.kustomize?.parts) {
      const all = [...base, ...wanted.flatMap(({ objects }) => objects)];
      const facts = factsOf(all);
      const parts = partsOf(all, facts).map((name) => ({ name, base: inPart(base, name, facts) }));
      files.push(...within('base', wholeOf(parts.filter((part) => part.base.length > 0).map(({ name }) => name))));
      for (const part of parts) if (part.base.length > 0) files.push(...within(`base/${part.name}`, baseOf(part.base, texts)));
      for (const { folder, objects } of wanted) {
        const filled = parts.filter((part) => part.base.length > 0 || inPart(objects, part.name, facts).length > 0);
        files.push(...within(folder, wholeOf(filled.map(({ name }) => name))));
        for (const part of filled) {
          const below = overlay(part.base, inPart(objects, part.name, facts), `../../../base/${part.name}`, texts);
          files.push(...within(`${folder}/${part.name}`, below));
        }
      }
    } else {
      files.push(...within('base', baseOf(base, texts)));
      for (const { folder, objects } of wanted) files.push(...within(folder, overlay(base, objects, '../../base', texts)));
    }
    texts.assertFine();
    return files;
  },
  environmentOf: (path) => /^overlays\/([^/]+)\//.exec(path)?.[1],
};

function baseOf(base: readonly SourcedManifest[], texts: ManifestTexts): OutputFile[] {
  const names = fileNames(base.map(({ manifest }) => manifest));
  const objects = base.map(({ manifest, origin }, index) => ({ path: names[index] as string, text: texts.of(manifest, origin.construct) }));
  return [kustomization({ resources: names }), ...objects];
}

/** All parts together, in their order. */
function wholeOf(parts: readonly string[]): OutputFile[] {
  return [kustomization({ resources: parts })];
}

function within(folder: string, files: readonly OutputFile[]): OutputFile[] {
  return files.map(({ path, text }) => ({ path: `${folder}/${path}`, text }));
}
