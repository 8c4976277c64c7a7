import * as fs from 'node:fs';
import * as path from 'node:path';
import type { OutputFile } from './output';

const staged = (folder: string, subfolder: string) => path.join(folder, `.${subfolder}.progressive-new`);
const retired = (folder: string, subfolder: string) => path.join(folder, `.${subfolder}.progressive-old`);

/** Ends what a killed run left: a half-made stage goes, and an old folder that was moved away before the new one took its place comes back. */
export function recoverSwaps(folder: string, subfolders: readonly string[]): void {
  for (const subfolder of subfolders) {
    const old = retired(folder, subfolder);
    if (fs.existsSync(old)) {
      if (fs.existsSync(path.join(folder, subfolder))) fs.rmSync(old, { recursive: true });
      else fs.renameSync(old, path.join(folder, subfolder));
    }
    fs.rmSync(staged(folder, subfolder), { recursive: true, force: true });
  }
}

/** Stages each subfolder completely: what did not change is linked, not copied. A failure leaves nothing behind. */
export function stage(
  folder: string,
  subfolders: readonly string[],
  files: readonly OutputFile[],
  written: ReadonlySet<string>,
  deleted: ReadonlySet<string>,
): void {
  try {
    for (const subfolder of subfolders) {
      fs.mkdirSync(staged(folder, subfolder));
      linkTree(folder, subfolder, staged(folder, subfolder), (file) => !written.has(file) && !deleted.has(file));
    }
    writeFiles(folder, files, written);
  } catch (error) {
    discard(folder, subfolders);
    throw error;
  }
}

/** Takes back what was staged. */
export function discard(folder: string, subfolders: readonly string[]): void {
  for (const subfolder of subfolders) fs.rmSync(staged(folder, subfolder), { recursive: true, force: true });
}

/** Puts the staged subfolders in the place of the old ones. */
export function swap(folder: string, subfolders: readonly string[]): void {
  for (const subfolder of subfolders) {
    const target = path.join(folder, subfolder);
    const replaces = fs.existsSync(target);
    if (replaces) fs.renameSync(target, retired(folder, subfolder));
    fs.renameSync(staged(folder, subfolder), target);
    if (replaces) fs.rmSync(retired(folder, subfolder), { recursive: true });
  }
}

function writeFiles(folder: string, files: readonly OutputFile[], written: ReadonlySet<string>): void {
  const made = new Set<string>();
  for (const { path: file, text } of files) {
    if (!written.has(file)) continue;
    const slash = file.indexOf('/');
    const target = path.join(staged(folder, file.slice(0, slash)), file.slice(slash + 1));
    const parent = path.dirname(target);
    if (!made.has(parent)) {
      fs.mkdirSync(parent, { recursive: true });
      made.add(parent);
    }
    fs.writeFileSync(target, text);
  }
}

/** Links the files of a folder that are kept, ours and others', into the stage; folders that become empty are left out. */
function linkTree(folder: string, below: string, stage: string, keep: (file: string) => boolean): void {
  const source = path.join(folder, below);
  if (!fs.existsSync(source)) return;
  const entries = fs.readdirSync(source, { withFileTypes: true });
  if (entries.length === 0) fs.mkdirSync(stage, { recursive: true });
  for (const entry of entries) {
    const file = `${below}/${entry.name}`;
    const target = path.join(stage, entry.name);
    if (entry.isDirectory()) linkTree(folder, file, target, keep);
    else if (keep(file)) {
      fs.mkdirSync(stage, { recursive: true });
      link(path.join(folder, file), target, entry.isSymbolicLink());
    }
  }
}

/** The same file in another folder, with its times; a copy where the file system has no links. */
function link(file: string, target: string, isSymbolic: boolean): void {
  if (isSymbolic) {
    fs.symlinkSync(fs.readlinkSync(file), target);
    return;
  }
  try {
    fs.linkSync(file, target);
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'EMLINK', 'ENOSYS'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    fs.cpSync(file, target, { preserveTimestamps: true });
  }
}
