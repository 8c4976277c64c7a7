import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readManifests } from '../../../lib/model/read';
import { CORRECT_SETS } from '../sets';
import { TRICKY_SETS } from '../tricky-sets';

const DIST = join(__dirname, '../../../dist');

/** Texts that are right: the sets of the tests and some of what the apps become. */
export const SAMPLES: readonly string[] = [...Object.values(CORRECT_SETS), ...Object.values(TRICKY_SETS), ...fromDist()];

/** Their objects. */
export const OBJECTS: readonly (readonly unknown[])[] = SAMPLES.map((content) =>
  readManifests([{ file: 'sample.yaml', content }]).manifests.map(({ manifest }) => manifest),
);

function fromDist(): string[] {
  return readdirSync(DIST, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.includes('/yaml/') && file.endsWith('.yaml'))
    .sort()
    .map((file) => readFileSync(join(DIST, file), 'utf8'));
}
