import * as crypto from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';

/** The list of the files that were written here, with the SHA-256 of each: `sha256sum -c` reads it. */
export const OWNERSHIP_FILE = '.progressive-files';

/** Hash of each owned file by its path below the folder. */
export type Ownership = Map<string, string>;

/** The list that a run announces before it changes anything; it stays only where that run was killed. */
const ANNOUNCED = `${OWNERSHIP_FILE}.new`;

/** What is ours: by the list, and by the announcement of a run that was killed, as far as that run came. */
export function readOwnership(folder: string): Ownership {
  const owned = readList(path.join(folder, OWNERSHIP_FILE));
  for (const [file, hash] of readList(path.join(folder, ANNOUNCED))) {
    const content = readIfThere(path.join(folder, file));
    if (content !== undefined && hashOf(content) === hash) owned.set(file, hash);
  }
  return owned;
}

/**
 * Announces what will be ours before any of it takes its place, so that a run that is killed leaves nothing behind that the next one takes
 * for somebody else's.
 */
export function announce(folder: string, now: Ownership): void {
  const file = path.join(folder, ANNOUNCED);
  fs.rmSync(file, { force: true });
  try {
    fs.writeFileSync(file, ownershipText(now), { flag: 'wx' });
  } catch (error) {
    fs.rmSync(file, { force: true });
    throw error;
  }
}

/** What was announced has come to be. */
export function settle(folder: string): void {
  fs.renameSync(path.join(folder, ANNOUNCED), path.join(folder, OWNERSHIP_FILE));
}

/** Whether the list on disk is this one, and no run was killed. */
export function isListed(folder: string, now: Ownership): boolean {
  if (fs.existsSync(path.join(folder, ANNOUNCED))) return false;
  return readIfThere(path.join(folder, OWNERSHIP_FILE))?.toString() === ownershipText(now);
}

function readList(file: string): Ownership {
  const owned: Ownership = new Map();
  for (const line of readIfThere(file)?.toString().split('\n') ?? []) {
    const entry = /^([0-9a-f]{64}) {2}(.+)$/.exec(line);
    if (entry?.[1] && entry[2]) owned.set(entry[2], entry[1]);
  }
  return owned;
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return fs.readFileSync(file);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}

function ownershipText(owned: Ownership): string {
  return [...owned]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, hash]) => `${hash}  ${file}\n`)
    .join('');
}

export function hashOf(content: string | Buffer): string {
  return crypto.hash('sha256', content, 'hex');
}
