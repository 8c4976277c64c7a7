import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check, withPositions } from '../../lib/check/check';
import { ARGO_FAULTS } from './faults/argo';
import { FLAGGER_FAULTS } from './faults/flagger';
import { POD_FAULTS } from './faults/pods';
import { ROUTE_FAULTS } from './faults/routes';
import { manifestsOf } from './helper';

// Broken sets as other teams write them. A comment at the end of a line names what is to be found in that line, and nothing else is.
const FOLDER = join(__dirname, 'faulty');
const FILES = readdirSync(FOLDER).sort();

/** JSON has no comments. */
const WITHOUT_COMMENTS: Readonly<Record<string, readonly string[]>> = {
  '06-argo-subsets.json': ['8 PD0401', '19 PD0402', '23 PD0411'],
};

const textOf = (file: string): string => readFileSync(join(FOLDER, file), 'utf8');

function expected(file: string): string[] {
  const marked = textOf(file)
    .split('\n')
    .flatMap((line, index) =>
      (/ # (PD[\dPD, ]+)$/.exec(line)?.[1] ?? '').split(', ').flatMap((code) => (code ? [`${index + 1} ${code}`] : [])),
    );
  return [...marked, ...(WITHOUT_COMMENTS[file] ?? [])];
}

function found(file: string): { readonly place: string; readonly code: string; readonly column: number | undefined }[] {
  const manifests = manifestsOf(textOf(file));
  const findings = check(manifests).findings.filter(({ severity }) => severity !== 'note');
  return withPositions(findings, manifests).map(({ code, location }) => ({
    place: `${location?.line} ${code}`,
    code,
    column: location?.column,
  }));
}

test.each(FILES)('%s: each fault in its line', (file) => {
  const findings = found(file);
  expect([...new Set(findings.map(({ place }) => place))].sort()).toEqual(expected(file).sort());
  expect(findings.filter(({ column }) => column === undefined || column < 1)).toEqual([]);
});

test('each of the 54 faults is there', () => {
  const codes = new Set(FILES.flatMap((file) => found(file).map(({ code }) => code)));
  const faults = [...ROUTE_FAULTS, ...POD_FAULTS, ...FLAGGER_FAULTS, ...ARGO_FAULTS];
  const numbers = Array.from({ length: 54 }, (_, index) => index + 1);
  expect(numbers.filter((number) => !faults.some(({ fault, code }) => fault === number && codes.has(code)))).toEqual([]);
});
