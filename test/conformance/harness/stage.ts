import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { MeshRequest } from './mesh';
import { temporaryFolder } from './process';
import { yamlFiles } from './yaml';

/** Puts manifests (files or folders) and a table of requests into a folder of their own, as `answer` wants it. */
export function stage(manifests: readonly string[], requests: readonly MeshRequest[]): string {
  const folder = join(temporaryFolder('requests'), 'set');
  mkdirSync(folder);
  manifests.flatMap(yamlFiles).forEach((file, i) => {
    copyFileSync(file, join(folder, `${String(i).padStart(4, '0')}-${basename(file)}`));
  });
  writeFileSync(join(folder, 'requests.json'), JSON.stringify(requests));
  return folder;
}
