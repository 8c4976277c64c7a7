import * as fs from 'node:fs';
import * as path from 'node:path';

/** Runs while no other run writes to the folder. A lock whose process is gone is taken over. */
export function withLock<T>(folder: string, run: () => T): T {
  const lock = path.join(folder, '.progressive-lock');
  take(lock, folder);
  try {
    return run();
  } finally {
    fs.rmSync(lock, { force: true });
  }
}

function take(lock: string, folder: string): void {
  for (let attempt = 0; !create(lock); attempt++) {
    const owner = ownerOf(lock);
    if (attempt > 2 || (owner !== undefined && isAlive(owner)) || !removeStale(lock, owner)) {
      throw new LockedError(`process ${owner ?? 'unknown'} is writing to ${folder}; wait for it, or delete ${lock} if it is gone`);
    }
  }
}

/** Another run is writing. */
export class LockedError extends Error {}

function create(lock: string): boolean {
  try {
    fs.writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    fs.rmSync(lock, { force: true });
    throw error;
  }
}

/** Takes a lock away whose process is gone; no when another run has just taken it. */
function removeStale(lock: string, owner: number | undefined): boolean {
  const aside = `${lock}.${process.pid}`;
  try {
    fs.renameSync(lock, aside);
  } catch {
    return true;
  }
  const isStale = ownerOf(aside) === owner;
  if (!isStale) fs.linkSync(aside, lock);
  fs.rmSync(aside);
  return isStale;
}

function ownerOf(lock: string): number | undefined {
  try {
    return Number(fs.readFileSync(lock, 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}

function isAlive(process_: number): boolean {
  try {
    process.kill(process_, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
