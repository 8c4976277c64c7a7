import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PREFIX = 'conformance-';
const OF_RUN = /^conformance-(\d+)-/;

let root: string | undefined;

/** Whether a process of this number runs. */
function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const remove = (folder: string) => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });

/** Removes what runs left behind that were killed outright: their number stands in the folder's name. */
export function removeOrphans(folder = tmpdir()): void {
  for (const name of readdirSync(folder)) {
    const pid = OF_RUN.exec(name)?.[1];
    if (pid !== undefined && !runs(Number(pid))) remove(join(folder, name));
  }
}

/** The one folder of this process, in which every program that it starts has its temporary files too: TMPDIR says so from now on. */
export function ownFolder(): string {
  if (root === undefined) {
    removeOrphans();
    root = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
    process.env.TMPDIR = root;
  }
  return root;
}

/** A folder that goes away with this process. */
export function temporaryFolder(name: string): string {
  return mkdtempSync(join(ownFolder(), `${name}-`));
}

/** Removes all temporary folders of this process. */
export function removeTemporary(): void {
  if (root !== undefined) remove(root);
  root = undefined;
}
