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
  for (let attempt = 0; ; attempt++) {
    try {
      fs.writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const owner = ownerOf(lock);
      if (attempt > 2 || (owner !== undefined && isAlive(owner))) {
        throw new Error(`process ${owner ?? 'unknown'} is writing to ${folder}; wait for it, or delete ${lock} if it is gone`);
      }
      fs.rmSync(lock, { force: true });
    }
  }
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
