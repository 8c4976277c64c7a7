import type { Severity } from './finding';
import { FRAME_CODES } from './frame-codes';
import { READ_CODES } from './read-codes';
import { RULES } from './rules';
import { SCHEMA_CODES } from './schema-findings';

/** What can be said about a code: `progressive explain`, the documentation pages and SARIF are made from it. */
export interface Entry {
  readonly code: string;
  readonly severity: Severity;
  readonly title: string;
  readonly why: string;
  readonly fix: string;
  readonly links: readonly string[];
}

/** Every code that a finding can have, in order. */
export const CATALOG: readonly Entry[] = [...READ_CODES, ...FRAME_CODES, ...RULES, ...Object.values(SCHEMA_CODES)].sort((a, b) =>
  a.code < b.code ? -1 : 1,
);

export function entryOf(code: string): Entry | undefined {
  return CATALOG.find((entry) => entry.code === code);
}

const AREAS: Readonly<Record<string, string>> = {
  '00': 'Reading and suppressions',
  '01': 'Routes',
  '02': 'Services and pods',
  '03': 'Flagger',
  '04': 'Argo Rollouts',
  '05': 'Gateways',
  '06': 'Analysis',
  '07': 'Autoscaling and disruption',
  '08': 'Objects, names and types',
  '09': 'Security',
  '11': 'Gateway API',
  '12': 'Knative',
};

/** What the first two digits of a code stand for. */
export const areaOf = (code: string): string => AREAS[code.slice(2, 4)] ?? 'Others';
