import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from './apps';
import type { Check, Context, Controllers } from './check';
import { type Cluster, startCluster } from './cluster';
import { startFlagger } from './flagger';
import type { Row } from './matrix';
import { startPrometheus } from './prometheus';
import { startArgoRollouts } from './rollouts';
import { startWebhooks } from './webhooks';

/** The checks of a folder in the order of their names; only those whose name begins with one of `names`, if any are given. */
export async function loadChecks(folder: string, names: readonly string[]): Promise<Check[]> {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .sort();
  const all = await Promise.all(files.map(async (file) => ((await import(join(folder, file))) as { check: Check }).check));
  const unknown = names.find((name) => !all.some((check) => check.name.startsWith(name)));
  if (unknown !== undefined) throw new Error(`no check is called ${unknown}: there are ${all.map((check) => check.name).join(', ')}`);
  return all.filter((check) => !names.length || names.some((name) => check.name.startsWith(name)));
}

async function startControllers(): Promise<Controllers> {
  const cluster = await startCluster();
  const [prometheus, webhooks] = await Promise.all([startPrometheus(), startWebhooks()]);
  await Promise.all([startArgoRollouts(cluster), startFlagger(cluster, prometheus.url)]);
  return { cluster, prometheus, webhooks };
}

/** What is started once for all checks of a run, when the first of them asks for it. */
export class Session {
  private started: Promise<Cluster> | undefined;
  private controlled: Promise<Controllers> | undefined;

  constructor(readonly apps: readonly App[]) {}

  /** A cluster on which nothing but Kubernetes itself changes objects. */
  cluster(): Promise<Cluster> {
    this.started ??= startCluster();
    return this.started;
  }

  /** Another one, with the controllers of releases. */
  controllers(): Promise<Controllers> {
    this.controlled ??= startControllers();
    return this.controlled;
  }

  /** Throws, with the end of its log, when something that was started has ended. */
  async assertRunning(): Promise<void> {
    (await this.started)?.assertRunning();
    (await this.controlled)?.cluster.assertRunning();
  }
}

/** The cluster with a client that collects the warnings of one check only. */
const own = (cluster: Cluster): Cluster => ({ ...cluster, kube: cluster.kube.another() });

/** One check being run: what it found so far. */
export class CheckRun implements Context {
  passed = 0;
  readonly failures: string[] = [];
  readonly rows: Row[] = [];
  private last = 'nothing';
  private seconds = 0;

  constructor(
    private readonly session: Session,
    readonly check: Check,
  ) {}

  /** Runs the check; an error that it throws is a failure of it, not the end of the run. */
  async run(): Promise<void> {
    const began = Date.now();
    try {
      await this.check.run(this);
      await this.session.assertRunning();
    } catch (error) {
      this.expect(`runs to its end (the last that was seen before: ${this.last})`, false, (error as Error).stack);
    }
    if (this.passed + this.failures.length === 0) this.expect('asserts something', false);
    this.seconds = (Date.now() - began) / 1000;
  }

  /** One line: what it is about, and how it ended. */
  get summary(): string {
    const [{ name, title }, count] = [this.check, this.passed + this.failures.length];
    return `${this.failures.length ? 'FAILED' : 'passed'}  ${name}: ${title} (${this.passed} of ${count}, ${this.seconds.toFixed(1)} s)`;
  }

  get apps() {
    return this.session.apps;
  }

  async cluster() {
    return own(await this.session.cluster());
  }

  async controllers() {
    const controllers = await this.session.controllers();
    return { ...controllers, cluster: own(controllers.cluster) };
  }

  expect(what: string, holds: boolean, detail?: unknown): boolean {
    this.last = what;
    if (holds) this.passed++;
    else this.failures.push(`${this.check.name}: ${what}${detail === undefined ? '' : `\n   ${String(detail).replaceAll('\n', '\n   ')}`}`);
    return holds;
  }

  verified(row: Omit<Row, 'check'>): void {
    this.rows.push({ check: this.check.name, ...row });
  }
}
