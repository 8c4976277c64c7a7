import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths';

/** One line of the matrix: what a real program of one version did with one strategy (or output). */
export interface Row {
  /** The check that showed it. */
  readonly check: string;
  readonly strategy: string;
  readonly program: string;
  readonly version: string;
  readonly shown: string;
  readonly passed: boolean;
}

const key = (row: Row) => [row.strategy, row.program, row.version, row.shown].join('\0');

/** Sorted; the same line noted twice passes only if it passed both times. */
export function matrixOf(rows: readonly Row[]): Row[] {
  const byKey = new Map<string, Row>();
  for (const row of rows) byKey.set(key(row), { ...row, passed: row.passed && (byKey.get(key(row))?.passed ?? true) });
  return [...byKey.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

const table = (rows: readonly Row[]) => [
  '| Strategy or output | Program | Version | What was shown | Result |',
  '|---|---|---|---|---|',
  ...rows.map((row) => `| ${row.strategy} | ${row.program} | ${row.version} | ${row.shown} | ${row.passed ? 'passed' : '**failed**'} |`),
];

/** What the programs do that no check runs. */
const NOT_RUN = [
  'Not run, and why:',
  '',
  '- What Knative makes of a Service: its manifests are held against its resource definitions only.',
  '- Weights of an HTTPRoute under Argo Rollouts: the plugin `argoproj-labs/gatewayAPI` cannot be had as a Go module (seen once, by hand).',
  '- Flagger with Knative, and with NGINX beyond the annotations that Flagger writes: no NGINX answers requests here.',
];

/** The page of the documentation. */
export const matrixPage = (rows: readonly Row[]) =>
  [
    '# Verified compatibility',
    '',
    'Made by `npm run conformance`: what is emitted was given to the real programs, at these versions, and they did what is said here.',
    'The same as JSON: [compatibility.json](compatibility.json). How it is shown: [test/conformance](../test/conformance/README.md).',
    '',
    ...table(rows),
    '',
    ...NOT_RUN,
    '',
  ].join('\n');

/** The rows of an earlier run. */
function readMatrix(file: string): Row[] {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { compatibility: Row[] }).compatibility : [];
}

/** Writes `docs/compatibility.md` and `.json`. A run of some checks replaces their rows only. */
export function writeMatrix(rows: readonly Row[], ran: readonly string[], all: boolean, folder = join(ROOT, 'docs')): void {
  const kept = all ? [] : readMatrix(join(folder, 'compatibility.json')).filter((row) => !ran.includes(row.check));
  const sorted = matrixOf([...kept, ...rows]);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'compatibility.md'), matrixPage(sorted));
  writeFileSync(join(folder, 'compatibility.json'), `${JSON.stringify({ compatibility: sorted }, null, 2)}\n`);
}
