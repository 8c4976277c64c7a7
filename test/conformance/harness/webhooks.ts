import { createServer } from 'node:http';

/** A stand-in for the services that Flagger asks: load testers, gates, hooks. */
export interface Webhooks {
  readonly url: string;
  /** What each is answered with, by its path (`shop/confirm`): an HTTP status for the nth call, the first being 0. 200 where none is given. */
  readonly answers: Map<string, (call: number) => number>;
  /** How often each path was asked. */
  readonly calls: Map<string, number>;
  stop(): void;
}

/** Starts it on a free port of the loopback address. */
export function startWebhooks(): Promise<Webhooks> {
  const [answers, calls]: [Webhooks['answers'], Webhooks['calls']] = [new Map(), new Map()];
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1);
    const call = calls.get(path) ?? 0;
    calls.set(path, call + 1);
    request.resume().on('end', () => response.writeHead(answers.get(path)?.(call) ?? 200).end('{}'));
  });
  return new Promise((resolve, reject) => {
    server.on('error', reject).listen(0, '127.0.0.1', () => {
      resolve({ url: `http://127.0.0.1:${(server.address() as { port: number }).port}`, answers, calls, stop: () => server.close() });
    });
  });
}
