import { resolve } from '../manifest/resolve';
import { fileNames } from './file-names';
import { ManifestTexts } from './manifest-text';
import type { Output, OutputFile, OutputInput } from './output';

/** Plain manifests for `kubectl apply -f`: a folder per environment, a file per object. */
export const yamlOutput: Output = {
  name: 'yaml',
  files({ manifests, environments }: OutputInput): OutputFile[] {
    const texts = new ManifestTexts();
    const files = environments.flatMap((environment) => {
      const resolved = resolve(manifests, environment);
      const names = fileNames(resolved.map(({ manifest }) => manifest));
      return resolved.map(({ manifest, origin }, index) => ({
        path: `${environment.name}/${names[index]}`,
        text: texts.of(manifest, origin.construct),
      }));
    });
    texts.assertFine();
    return files;
  },
  environmentOf: (path) => path.slice(0, path.indexOf('/')),
};
