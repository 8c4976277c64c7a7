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

/** One run: what is started once, and what was found. */
export class Session implements Context {
  passed = 0;
  readonly failures: string[] = [];
  readonly rows: Row[] = [];
  private current = 'run';
  private started: Promise<Cluster> | undefined;
  private controlled: Promise<Controllers> | undefined;

  constructor(readonly apps: readonly App[]) {}

  /** Runs one check; an error that it throws is a failure of it, not the end of the run. */
  async run(check: Check): Promise<void> {
    this.current = check.name;
    const [began, passed, failed] = [Date.now(), this.passed, this.failures.length];
    try {
      await check.run(this);
      await this.started?.then((cluster) => cluster.assertRunning());
    } catch (error) {
      this.expect('runs to its end', false, (error as Error).stack);
    }
    const [good, bad] = [this.passed - passed, this.failures.length - failed];
    if (good + bad === 0) this.expect('asserts something', false);
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    console.log(`${bad || good + bad === 0 ? 'FAILED' : 'passed'}  ${check.name}: ${check.title} (${good} of ${good + bad}, ${seconds} s)`);
  }

  expect(what: string, holds: boolean, detail?: unknown): boolean {
    if (holds) this.passed++;
    else this.failures.push(`${this.current}: ${what}${detail === undefined ? '' : `\n   ${String(detail).replaceAll('\n', '\n   ')}`}`);
    return holds;
  }

  verified(row: Omit<Row, 'check'>): void {
    this.rows.push({ check: this.current, ...row });
  }

  cluster(): Promise<Cluster> {
    this.started ??= startCluster();
    return this.started;
  }

  controllers(): Promise<Controllers> {
    this.controlled ??= this.startControllers();
    return this.controlled;
  }

  private async startControllers(): Promise<Controllers> {
    const cluster = await this.cluster();
    const [prometheus, webhooks] = await Promise.all([startPrometheus(), startWebhooks()]);
    await Promise.all([startArgoRollouts(cluster), startFlagger(cluster, prometheus.url)]);
    return { cluster, prometheus, webhooks };
  }
}
