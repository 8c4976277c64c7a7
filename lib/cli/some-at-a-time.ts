import { availableParallelism } from 'node:os';

/** Does work on every item, on as many at a time as there are processors; the results stand in the order of the items. */
export function someAtATime<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R>[] {
  const most = availableParallelism();
  const results: Promise<R>[] = [];
  for (const item of items) {
    const before = results[results.length - most];
    const begin = () => work(item);
    const result = before ? before.then(begin, begin) : begin();
    result.catch(() => undefined); // whoever awaits it is told
    results.push(result);
  }
  return results;
}
