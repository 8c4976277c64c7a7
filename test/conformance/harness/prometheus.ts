import { createServer, type IncomingMessage } from 'node:http';

/** The objects with every address of a Prometheus (AnalysisTemplates, MetricTemplates) changed to this one. */
export function withPrometheus<T>(objects: T, url: string): T {
  const text = JSON.stringify(objects, (key, value) =>
    key === 'address' && typeof value === 'string' && value.startsWith('http') ? url : value,
  );
  return JSON.parse(text) as T;
}

/** What a query is answered with: a number (a vector of one), nothing (an empty vector), or an HTTP error. */
export type Measurement = number | undefined | { readonly error: number };

/** A stand-in for Prometheus that answers what a scenario says. */
export interface Prometheus {
  readonly url: string;
  /** What is answered, by namespace: the one that begins the address's path or that the query names; `*` for every other. May change at any time. */
  readonly answers: Map<string, (query: string) => Measurement>;
  /** Every query that came, in order. */
  readonly asked: { query: string; value: Measurement }[];
  stop(): void;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

/** Starts it on a free port of the loopback address. `vector(1)`, by which Flagger asks whether it is there, is always 1. */
export function startPrometheus(answer?: (query: string) => Measurement): Promise<Prometheus> {
  const answers: Prometheus['answers'] = new Map(answer && [['*', answer]]);
  const asked: Prometheus['asked'] = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const body = await bodyOf(request);
    response.setHeader('content-type', 'application/json');
    if (!url.pathname.endsWith('/api/v1/query'))
      return response.writeHead(url.pathname.includes('/api/') ? 404 : 200).end('{"status":"success","data":{}}');
    const query = url.searchParams.get('query') ?? new URLSearchParams(body).get('query') ?? '';
    const named = [...answers].find(([namespace]) => url.pathname.startsWith(`/${namespace}/`) || query.includes(`"${namespace}"`))?.[1];
    const value = query === 'vector(1)' ? 1 : (named ?? answers.get('*'))?.(query);
    asked.push({ query, value });
    if (typeof value === 'object')
      return response.writeHead(value.error).end('{"status":"error","errorType":"internal","error":"as the scenario says"}');
    const result = value === undefined ? [] : [{ metric: {}, value: [Date.now() / 1000, String(value)] }];
    return response.end(JSON.stringify({ status: 'success', data: { resultType: 'vector', result } }));
  });
  const prometheus: Prometheus = { url: '', answers, asked, stop: () => server.close() };
  return new Promise((resolve, reject) => {
    server.on('error', reject).listen(0, '127.0.0.1', () => {
      resolve(Object.assign(prometheus, { url: `http://127.0.0.1:${(server.address() as { port: number }).port}` }));
    });
  });
}
