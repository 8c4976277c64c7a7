import type { Manifest } from '../manifest/manifest';
import { groupOf } from '../manifest/manifest';

/**
 * The file of each manifest of a set: `<kind>-<name>.yaml`, with namespace and group added where that alone would meet another's, also on
 * file systems that do not tell cases apart.
 */
export function fileNames(manifests: readonly Manifest[]): string[] {
  const forms: ((manifest: Manifest) => string)[] = [
    (manifest) => `${manifest.kind}-${manifest.metadata.name}`,
    (manifest) => `${manifest.kind}-${manifest.metadata.namespace ?? 'cluster'}-${manifest.metadata.name}`,
    (manifest) =>
      `${manifest.kind}-${groupOf(manifest.apiVersion) || 'core'}-${manifest.metadata.namespace ?? 'cluster'}-${manifest.metadata.name}`,
  ];
  const names = manifests.map((manifest) => fileName(forms[0] as (manifest: Manifest) => string, manifest));
  for (const form of forms.slice(1)) {
    const counts = new Map<string, number>();
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
    manifests.forEach((manifest, index) => {
      if ((counts.get(names[index] as string) ?? 0) > 1) names[index] = fileName(form, manifest);
    });
  }
  return names;
}

function fileName(form: (manifest: Manifest) => string, manifest: Manifest): string {
  return `${form(manifest)
    .toLowerCase()
    .replace(/[^a-z0-9.-]/g, '-')}.yaml`;
}
