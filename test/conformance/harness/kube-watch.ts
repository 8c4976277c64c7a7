import https from 'node:https';
import { wait } from './process';

/** What a list of the API server holds. */
interface List<T> {
  readonly metadata: { readonly resourceVersion: string };
  readonly items: readonly T[];
}

/** Lists a collection, then watches it, again and again, until the returned function is called. */
export function watch<T>(
  options: https.RequestOptions,
  list: () => Promise<List<T>>,
  path: string,
  see: (type: string, object: T) => void,
): () => void {
  let stopped = false;
  let current: ReturnType<typeof https.request> | undefined;
  const follow = (version: string) =>
    new Promise<void>((resolve) => {
      const query = `watch=1&allowWatchBookmarks=true&resourceVersion=${version}`;
      current = https.request({ ...options, method: 'GET', path: `${path}?${query}` }, (response) => {
        let rest = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => {
          const lines = (rest + part).split('\n');
          rest = lines.pop() ?? '';
          for (const line of lines) {
            const event = JSON.parse(line) as { type: string; object: T };
            if (event.type === 'ERROR') current?.destroy();
            else if (event.type !== 'BOOKMARK') see(event.type, event.object);
          }
        });
        response.on('close', resolve);
      });
      current.on('error', () => resolve());
      current.end();
    });
  const round = async () => {
    while (!stopped) {
      const found = await list().catch(() => undefined);
      for (const item of found?.items ?? []) see('ADDED', item);
      if (found && !stopped) await follow(found.metadata.resourceVersion);
      if (!stopped) await wait(200);
    }
  };
  void round();
  return () => {
    stopped = true;
    current?.destroy();
  };
}
