import { isDeepStrictEqual } from 'node:util';
import type { App } from './apps';
import type { Cluster } from './cluster';
import type { Row } from './matrix';
import type { Prometheus } from './prometheus';
import type { Webhooks } from './webhooks';

/** One check: a file in `checks/`, to be read as an example of what a real program does with what the library emits. */
export interface Check {
  /** By which it is chosen on the command line: its file's name. */
  readonly name: string;
  /** One sentence: what is true when it passes. */
  readonly title: string;
  /** The programs it needs, by their folder in `programs/`. */
  readonly needs: readonly string[];
  run(context: Context): Promise<void>;
}

/** The cluster with the controllers of releases, and what plays the services that they ask. */
export interface Controllers {
  readonly cluster: Cluster;
  readonly prometheus: Prometheus;
  readonly webhooks: Webhooks;
}

/** What a check works with, and where it says what it found. */
export interface Context {
  readonly apps: readonly App[];
  /** The cluster of this run, started when first asked for. */
  cluster(): Promise<Cluster>;
  /** The cluster with the Argo Rollouts controller and Flagger. */
  controllers(): Promise<Controllers>;
  /** Notes one assertion. `detail` says what was seen, when it does not hold. */
  expect(what: string, holds: boolean, detail?: unknown): boolean;
  /** Adds a row to the matrix of what was verified. */
  verified(row: Omit<Row, 'check'>): void;
}

const show = (value: unknown) => (typeof value === 'string' ? value : (JSON.stringify(value, null, 1) ?? 'nothing'));

/** Two values are the same; else both are shown. */
export function equal(context: Context, what: string, actual: unknown, expected: unknown): boolean {
  return context.expect(what, isDeepStrictEqual(actual, expected), `wanted ${show(expected)}\n   got ${show(actual)}`);
}

/** There are no problems; else each is shown. */
export const none = (context: Context, what: string, problems: readonly string[]) =>
  context.expect(what, problems.length === 0, problems.join('\n'));

/** A deliberate fault is found: one of the problems matches. Shows that the check can fail. */
export const refused = (context: Context, what: string, problems: readonly string[], by: RegExp) =>
  context.expect(
    `fault: ${what}`,
    problems.some((problem) => by.test(problem)),
    `not refused; problems: ${problems.join('\n') || 'none'}`,
  );
