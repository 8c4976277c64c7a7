import * as fs from 'node:fs';
import * as path from 'node:path';
import { emitYaml } from '../../lib/output/emit';
import { objectsOfService, serviceNames } from './objects';

// Writes the objects of all services into ten files, for those that read YAML: node write-yaml.js FOLDER.
const folder = process.argv[2] as string;
fs.mkdirSync(folder, { recursive: true });
const share = Math.ceil(serviceNames.length / 10);
for (let part = 0; part < 10; part++) {
  const names = serviceNames.slice(part * share, (part + 1) * share);
  const text = names.flatMap((name) => objectsOfService(name).map((object) => `---\n${emitYaml(object)}`)).join('');
  fs.writeFileSync(path.join(folder, `part-${part}.yaml`), text);
}
