import * as fs from 'node:fs';
import * as path from 'node:path';
import { LockedError, withLock } from './lock';
import type { OutputFile } from './output';
import { announce, hashOf, isListed, type Ownership, readOwnership, settle } from './ownership';
import { discard, recoverSwaps, stage, swap } from './swap';

/** What writing changed: paths below the folder, sorted. */
export interface WriteReport {
  readonly created: readonly string[];
  readonly updated: readonly string[];
  readonly deleted: readonly string[];
  readonly unchanged: number;
}

export interface WriteOptions {
  /** Also replaces and deletes files that somebody else wrote or changed. Default: false. */
  readonly force?: boolean;
  /** Files of earlier runs that stay although this run does not write them. Default: none. */
  readonly keep?: (file: string) => boolean;
  /** Is told the content of each file that is replaced or deleted, before anything is written. Default: nobody is told. */
  readonly replaced?: (file: string, content: Buffer) => void;
}

/** The folder cannot be written without losing something, or not at all. Nothing was changed. */
export class WriteError extends Error {
  public constructor(
    folder: string,
    public readonly problems: readonly string[],
  ) {
    super(`nothing was written to ${folder}:\n${problems.map((each) => `  - ${each}`).join('\n')}`);
    this.name = 'WriteError';
  }
}

/**
 * Makes the given subfolders of `folder` hold exactly the given files, as far as they are ours: all or nothing. Files are compared first, and
 * only a subfolder in which something changed is staged beside and swapped in; files of others stay, and are never overwritten or deleted.
 * @param subfolders The top-level subfolders that are rewritten; what earlier runs wrote elsewhere stays.
 */
export function writeFolder(
  files: readonly OutputFile[],
  folder: string,
  subfolders: readonly string[],
  options: WriteOptions = {},
): WriteReport {
  try {
    return writeAll(files, folder, subfolders, options);
  } catch (error) {
    // What the operating system refuses: a full disk, a read-only folder, a file in the way.
    const { syscall, message } = error as NodeJS.ErrnoException;
    throw syscall || error instanceof LockedError ? new WriteError(folder, [message]) : error;
  }
}

function writeAll(files: readonly OutputFile[], folder: string, subfolders: readonly string[], options: WriteOptions): WriteReport {
  assertFolder(folder);
  makeFolder(path.resolve(folder));
  return withLock(folder, () => {
    recoverSwaps(folder, [...subfolders, ...topFolders(readOwnership(folder).keys())]);
    const owned = readOwnership(folder);
    const plan = compare(files, folder, subfolders, owned, options);
    if (plan.problems.length > 0) throw new WriteError(folder, plan.problems);
    const { created, updated, deleted } = plan;
    if (!isListed(folder, plan.owned) || created.length + updated.length + deleted.length > 0) {
      const changed = topFolders([...created, ...updated, ...deleted]);
      stage(folder, changed, files, new Set([...created, ...updated]), new Set(deleted));
      try {
        announce(folder, plan.owned);
      } catch (error) {
        discard(folder, changed);
        throw error;
      }
      swap(folder, changed);
      settle(folder);
    }
    return { created, updated, deleted, unchanged: files.length - created.length - updated.length };
  });
}

function topFolders(files: Iterable<string>): string[] {
  return [...new Set([...files].map((file) => file.slice(0, file.indexOf('/'))))];
}

interface Plan {
  readonly created: string[];
  readonly updated: string[];
  readonly deleted: string[];
  readonly problems: string[];
  readonly owned: Ownership;
}

function compare(
  files: readonly OutputFile[],
  folder: string,
  subfolders: readonly string[],
  owned: Ownership,
  { force = false, keep, replaced }: WriteOptions,
): Plan {
  const plan: Plan = { created: [], updated: [], deleted: [], problems: [], owned: new Map() };
  const scope = new Set(subfolders);
  const inScope = (file: string) => scope.has(file.slice(0, file.indexOf('/')));
  const folders = new Map<string, boolean>();
  for (const { path: file, text } of files) {
    if (!inScope(file) || !isPlainPath(file)) plan.problems.push(`${file} would lie outside of ${subfolders.join(', ')}`);
    else if (plan.owned.has(file)) plan.problems.push(`${file} would be written twice`);
    else {
      const hash = hashOf(text);
      plan.owned.set(file, hash);
      const present = presentFile(folder, file, folders);
      if (present === undefined) plan.created.push(file);
      else if (typeof present === 'string') plan.problems.push(present);
      else if (hashOf(present) !== hash) {
        if (force || owned.get(file) === hashOf(present)) {
          plan.updated.push(file);
          replaced?.(file, present);
        } else
          plan.problems.push(
            `${file} ${owned.has(file) ? 'was changed by hand' : 'was not written by progressive'}; move it away, or pass --force to replace it`,
          );
      }
    }
  }
  for (const [file, hash] of owned) {
    if (!inScope(file) || (keep?.(file) && !plan.owned.has(file))) plan.owned.set(file, hash);
    else if (!plan.owned.has(file) && isPlainPath(file)) {
      const present = presentFile(folder, file, folders);
      if (typeof present === 'string') plan.problems.push(present);
      else if (present && (force || hashOf(present) === hash)) {
        plan.deleted.push(file);
        replaced?.(file, present);
      } else if (present)
        plan.problems.push(`${file} is no longer part of the output, but was changed by hand; move it away, or pass --force to delete it`);
    }
  }
  for (const list of [plan.created, plan.updated, plan.deleted]) list.sort();
  return plan;
}

function isPlainPath(file: string): boolean {
  return !path.isAbsolute(file) && file.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}

/** The content of a file, undefined when there is none, or the reason why it cannot be touched. */
function presentFile(folder: string, file: string, folders: Map<string, boolean>): Buffer | string | undefined {
  const parts = file.split('/').slice(0, -1);
  for (let depth = 1; depth <= parts.length; depth++) {
    const parent = parts.slice(0, depth).join('/');
    let exists = folders.get(parent);
    if (exists === undefined) {
      const stat = fs.lstatSync(path.join(folder, parent), { throwIfNoEntry: false });
      if (stat?.isSymbolicLink()) return `${parent} is a symbolic link, which is never followed; replace it by a folder`;
      if (stat && !stat.isDirectory()) return `${parent} is a file where a folder is needed; move it away`;
      exists = stat !== undefined;
      folders.set(parent, exists);
    }
    if (!exists) return undefined;
  }
  const stat = fs.lstatSync(path.join(folder, file), { throwIfNoEntry: false });
  if (!stat) return undefined;
  return stat.isFile() ? fs.readFileSync(path.join(folder, file)) : `${file} is no plain file; move it away`;
}

/** Node's own recursion never ends on file systems that refuse with ENOENT, such as /proc. */
export function makeFolder(folder: string): void {
  if (fs.existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  fs.mkdirSync(folder);
}

function assertFolder(folder: string): void {
  let existing = path.resolve(folder);
  while (!fs.existsSync(existing)) existing = path.dirname(existing);
  if (fs.statSync(existing).isDirectory()) return;
  const which = existing === path.resolve(folder) ? 'it' : existing;
  throw new WriteError(folder, [`${which} is a file where a folder is needed; move it away, or choose another folder with --out`]);
}
