import { resolve } from '../manifest/resolve';
import { emitYaml } from './emit';
import { fileNames } from './file-names';
import type { Output, OutputFile, OutputInput } from './output';

/** Plain manifests for `kubectl apply -f`: a folder per environment, a file per object. */
export const yamlOutput: Output = {
  name: 'yaml',
  files({ manifests, environments }: OutputInput): OutputFile[] {
    return environments.flatMap((environment) => {
      const resolved = resolve(manifests, environment).map(({ manifest }) => manifest);
      const names = fileNames(resolved);
      return resolved.map((manifest, index) => ({ path: `${environment.name}/${names[index]}`, text: emitYaml(manifest) }));
    });
  },
};
