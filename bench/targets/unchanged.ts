import * as fs from 'node:fs';
import * as path from 'node:path';
import { scratch, synth } from '../contender';
import { runOnce } from '../measure';
import type { Measurement, Settings, Target } from '../target';

/** A second run of an app that did not change: which files it touches. */
export const unchanged: Measurement = {
  name: 'unchanged',
  measure({ services }: Settings): Target[] {
    const contender = synth(services, '--no-check', '--out', 'unchanged');
    runOnce(contender);
    const before = stampsIn(scratch('unchanged'));
    runOnce(contender);
    const after = stampsIn(scratch('unchanged'));
    const touched = [...after].filter(([file, stamp]) => before.get(file) !== stamp).length + Math.abs(after.size - before.size);
    return [
      {
        issue: 3,
        what: `\`synth --no-check\` again, ${services * 8} objects: files touched`,
        ours: touched,
        measured: touched,
        atMost: 0,
        unit: 'files',
      },
    ];
  },
};

/** Inode and time of every file; the lock of a run changes the time of the folder around it. */
function stampsIn(folder: string): Map<string, string> {
  const names = (fs.readdirSync(folder, { recursive: true }) as string[]).filter((name) => fs.lstatSync(path.join(folder, name)).isFile());
  return new Map(
    names.map((name) => {
      const { ino, mtimeMs } = fs.lstatSync(path.join(folder, name));
      return [name, `${ino} ${mtimeMs}`];
    }),
  );
}
