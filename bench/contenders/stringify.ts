import * as fs from 'node:fs';
import * as path from 'node:path';
import { objectsOfService, runFolder, serviceNames } from './objects';

// The floor: JSON.stringify and a file per object, without any library.
const folder = runFolder('stringify');
serviceNames.forEach((name) => {
  objectsOfService(name).forEach((object, index) => fs.writeFileSync(path.join(folder, `${name}-${index}.json`), JSON.stringify(object)));
});
