import * as fs from 'node:fs';
import { scratch, script } from './contender';
import { runOnce } from './measure';

/** A folder of ten files that hold the objects of so many services; made once. */
export function yamlFolder(services: number): string {
  const folder = scratch(`yaml-${services}`);
  if (!fs.existsSync(folder)) runOnce(script('write YAML', 'write-yaml.js', services, folder));
  return folder;
}
