import * as crypto from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';

/** The list of the files that were written here, with the SHA-256 of each: `sha256sum -c` reads it. */
export const OWNERSHIP_FILE = '.progressive-files';

/** Hash of each owned file by its path below the folder. */
export type Ownership = Map<string, string>;

export function readOwnership(folder: string): Ownership {
  const owned: Ownership = new Map();
  let text: string;
  try {
    text = fs.readFileSync(path.join(folder, OWNERSHIP_FILE), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return owned;
    throw error;
  }
  for (const line of text.split('\n')) {
    const entry = /^([0-9a-f]{64}) {2}(.+)$/.exec(line);
    if (entry?.[1] && entry[2]) owned.set(entry[2], entry[1]);
  }
  return owned;
}

export function ownershipText(owned: Ownership): string {
  return [...owned]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, hash]) => `${hash}  ${file}\n`)
    .join('');
}

export function hashOf(content: string | Buffer): string {
  return crypto.hash('sha256', content, 'hex');
}
