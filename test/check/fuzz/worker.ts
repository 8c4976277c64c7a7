import { inputOf } from './input';
import { defectsOf } from './one-run';

export interface Done {
  readonly seed: number;
  readonly shape: string;
  readonly bytes: number;
  /** Of the processor: what else runs on the machine does not count. */
  readonly milliseconds: number;
  readonly heap: number;
  readonly defects: readonly string[];
}

/** Reads and checks one seed after the other and says how each went; the parent ends it when a seed takes too long. */
process.on('message', (seed: number) => {
  const { shape, content } = inputOf(seed);
  const start = process.cpuUsage();
  const defects = defectsOf(content, seed);
  const { user, system } = process.cpuUsage(start);
  const milliseconds = Math.round((user + system) / 1_000);
  const done: Done = { seed, shape, bytes: content.length, milliseconds, heap: process.memoryUsage().heapUsed, defects };
  process.send?.(done);
});
process.on('disconnect', () => process.exit());
process.send?.('ready');
