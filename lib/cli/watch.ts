import * as fs from 'node:fs';
import * as path from 'node:path';

/** Editors write a file in several steps; what follows within this time is one change. */
const SETTLE_MILLISECONDS = 100;

/**
 * Calls back at once and after each change of a file below a folder, until the process ends. Hidden files and folders, `node_modules` and the folders that are
 * left out are not watched; a change while the call back is under way leads to one more call.
 */
export async function watchFolder(folder: string, leftOut: readonly string[], changed: () => Promise<void>): Promise<never> {
  for (;;) {
    const watchers: fs.FSWatcher[] = [];
    const change = new Promise<void>((resolve) => {
      for (const each of watchedFolders(folder, leftOut)) watchers.push(fs.watch(each, (_, file) => file?.startsWith('.') || resolve()));
    });
    await changed();
    await change;
    for (const watcher of watchers) watcher.close();
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MILLISECONDS));
  }
}

function watchedFolders(folder: string, leftOut: readonly string[]): string[] {
  const below = fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
    .map((entry) => path.join(folder, entry.name))
    .filter((each) => !leftOut.includes(each));
  return [folder, ...below.flatMap((each) => watchedFolders(each, leftOut))];
}
