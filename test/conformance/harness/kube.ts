import https from 'node:https';
import { KubeError } from './kube-error';
import { watch } from './kube-watch';
import { wait } from './process';

export { KubeError };

/** An object of the Kubernetes API, as far as all kinds are alike. */
export interface KubeObject {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    uid?: string;
    generation?: number;
    resourceVersion?: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
    deletionTimestamp?: string;
    ownerReferences?: { kind: string; name: string }[];
    managedFields?: { manager: string; operation: string; subresource?: string; fieldsV1?: object }[];
  };
  [key: string]: unknown;
}

/** How an object is applied. */
export interface ApplyOptions {
  readonly manager?: string;
  readonly dryRun?: boolean;
  /** Takes fields over from other managers; true unless given. */
  readonly force?: boolean;
}

const APPLY = 'application/apply-patch+yaml';

/** The little of a Kubernetes client that the checks need: JSON requests and watches over TLS with a token. */
export class Kube {
  /** What the API server warned of since this was last emptied. */
  readonly warnings: string[] = [];
  private readonly options: https.RequestOptions;
  private readonly agent: https.Agent;
  private readonly kinds = new Map<string, { name: string; namespaced: boolean }>();

  constructor(private readonly server: { readonly port: number; readonly ca: string; readonly token: string }) {
    const { port, ca, token } = server;
    this.agent = new https.Agent({ keepAlive: true, maxSockets: 16, ca });
    this.options = { host: '127.0.0.1', port, ca, headers: { authorization: `Bearer ${token}`, 'user-agent': 'conformance' } };
  }

  /** Another client of the same server, with warnings of its own. */
  another(): Kube {
    return new Kube(this.server);
  }

  request<T = KubeObject>(method: string, path: string, body?: unknown, type = 'application/json'): Promise<T> {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const content = text === undefined ? {} : { 'content-type': type, 'content-length': Buffer.byteLength(text) };
    const headers = { ...(this.options.headers as Record<string, string>), accept: 'application/json', ...content };
    return new Promise((resolve, reject) => {
      const request = https.request({ ...this.options, agent: this.agent, method, path, headers }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () => {
          const answer = Buffer.concat(parts).toString();
          this.keepWarnings(response.rawHeaders);
          const status = response.statusCode ?? 0;
          if (status < 300) resolve((answer.startsWith('{') ? JSON.parse(answer) : answer) as T);
          else reject(new KubeError(status, method, path, answer));
        });
      });
      request.on('error', reject);
      request.end(text);
    });
  }

  get<T = KubeObject>(path: string) {
    return this.request<T>('GET', path);
  }

  /** The items of a collection. */
  async list<T extends KubeObject = KubeObject>(path: string): Promise<T[]> {
    return (await this.get<{ items: T[] }>(path)).items;
  }

  /** The object, or undefined when there is none. */
  find<T = KubeObject>(path: string): Promise<T | undefined> {
    return this.get<T>(path).catch((error) => {
      if (error instanceof KubeError && error.status === 404) return undefined;
      throw error;
    });
  }

  post(path: string, body: unknown) {
    return this.request('POST', path, body);
  }

  merge(path: string, body: unknown) {
    return this.request('PATCH', path, body, 'application/merge-patch+json');
  }

  patch(path: string, body: unknown) {
    return this.request('PATCH', path, body, 'application/json-patch+json');
  }

  delete(path: string, body?: unknown) {
    return this.request('DELETE', path, body);
  }

  /** Server-side apply of one object, whatever its kind; unknown fields are refused. */
  async apply(object: KubeObject, { manager = 'conformance', dryRun = false, force = true }: ApplyOptions = {}) {
    const query = `fieldManager=${manager}&force=${force}&fieldValidation=Strict${dryRun ? '&dryRun=All' : ''}`;
    return this.request('PATCH', `${await this.pathOf(object)}?${query}`, object, APPLY);
  }

  /** The path of an object; its collection is found by discovery. */
  async pathOf({ apiVersion, kind, metadata }: KubeObject): Promise<string> {
    const base = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
    if (!this.kinds.has(`${base} ${kind}`)) {
      const { resources } = await this.get<{ resources: { name: string; kind: string; namespaced: boolean }[] }>(base);
      for (const one of resources) if (!one.name.includes('/')) this.kinds.set(`${base} ${one.kind}`, one);
    }
    const found = this.kinds.get(`${base} ${kind}`);
    if (!found) throw new Error(`${kind} ${metadata.name}: the API server knows no ${kind} in ${apiVersion}`);
    return `${base}${found.namespaced ? `/namespaces/${metadata.namespace ?? 'default'}` : ''}/${found.name}/${metadata.name}`;
  }

  /** Lists, then watches, until the returned function is called. */
  watch<T extends KubeObject>(path: string, see: (type: string, object: T) => void): () => void {
    return watch<T>(this.options, () => this.get(path), path, see);
  }

  /** Waits until the object is as wanted. */
  async until<T extends KubeObject>(path: string, done: (object: T) => boolean, seconds = 120): Promise<T> {
    const end = Date.now() + seconds * 1000;
    for (;;) {
      const object = await this.find<T>(path);
      if (object && done(object)) return object;
      if (Date.now() > end) throw new Error(`${path}: not as wanted after ${seconds} s: ${JSON.stringify(object?.status)?.slice(0, 1500)}`);
      await wait(100);
    }
  }

  /** Waits until discovery names a kind. */
  async untilServed(apiVersion: string, kind: string, seconds: number): Promise<void> {
    for (const end = Date.now() + seconds * 1000; ; await wait(50)) {
      const found = await this.find<{ resources: { kind: string }[] }>(`/apis/${apiVersion}`);
      if (found?.resources.some((one) => one.kind === kind)) return;
      if (Date.now() > end) throw new Error(`the API server does not serve ${apiVersion} ${kind} after ${seconds} s`);
    }
  }

  private keepWarnings(raw: readonly string[]): void {
    raw.forEach((name, i) => {
      if (i % 2 === 0 && name.toLowerCase() === 'warning') this.warnings.push((raw[i + 1] ?? '').replace(/^299 - "?|"$/g, ''));
    });
  }
}
