import type { Finding } from '../finding';
import type { Suppressed } from '../suppression';

/** What a format makes text of: findings with their places, and where to look a line up. */
export interface CheckResult {
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
  /** The number of objects that were checked. */
  readonly objects: number;
  /** A line of a file that was read, from 1. */
  lineOf(file: string, line: number): string | undefined;
}

export interface FormatOptions {
  readonly color: boolean;
  readonly quiet: boolean;
}

/** One way to write findings down. */
export interface Format {
  readonly name: string;
  render(result: CheckResult, options: FormatOptions): string;
}
