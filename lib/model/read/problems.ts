import type { Finding, Severity } from '../../check/finding';

/** What can be wrong with an input before any rule looks at it. The codes are stable. */
export const READ_PROBLEMS = {
  unreadable: 'PD0001',
  encoding: 'PD0002',
  binary: 'PD0003',
  syntax: 'PD0004',
  duplicateKey: 'PD0005',
  alias: 'PD0006',
  mergeKey: 'PD0007',
  tag: 'PD0008',
  depth: 'PD0009',
  template: 'PD0010',
  conflict: 'PD0011',
  notAnObject: 'PD0012',
  program: 'PD0013',
} as const;

export type ReadProblem = keyof typeof READ_PROBLEMS;

/** A place in an input: line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly document?: number;
  readonly line?: number;
  readonly column?: number;
}

export function problem(what: ReadProblem, place: Place, message: string, fix: string, severity: Severity = 'error'): Finding {
  return { code: READ_PROBLEMS[what], severity, message, fix, location: place };
}
