import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORRECT_SETS } from './sets';
import { TRICKY_SETS } from './tricky-sets';

const FOLDER = join(__dirname, 'correct');

/** Sets as other teams and tools write them: rendered charts, kustomize output, GitOps repositories, every provider and router. */
const FOREIGN_SETS: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(FOLDER)
    .sort()
    .map((file) => [file, readFileSync(join(FOLDER, file), 'utf8')]),
);

/** Every correct set by hand. */
export const ALL_CORRECT_SETS: Readonly<Record<string, string>> = { ...CORRECT_SETS, ...TRICKY_SETS, ...FOREIGN_SETS };
