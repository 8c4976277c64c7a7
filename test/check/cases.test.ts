import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../../lib/check/check';
import { readManifests } from '../../lib/model/read';

// Runs where the manifests of other projects lie beside this one; elsewhere one test says that they are not there.
const FOLDER = join(__dirname, '../../../shared/cases');
const present = existsSync(FOLDER);

/** Errors and warnings, by code. */
function codesIn(...path: string[]): string[] {
  const { manifests, problems } = readManifests([{ file: path.join('/'), content: readFileSync(join(FOLDER, ...path)) }]);
  const found = check(manifests, { problems }).findings.filter(({ severity }) => severity !== 'note');
  return [...new Set(found.map(({ code }) => code))].sort();
}

/** What is wrong in sets that Argo's linter passes, because it looks at nothing but Rollouts: an Ingress of v1 without a pathType is refused. */
const BESIDE_ROLLOUTS: Readonly<Record<string, readonly string[]>> = { 'valid-ingress-smi-multi.yml': ['PD0811'] };

/** By what Argo's linter says, the check that says it. */
const SAID: readonly (readonly [error: RegExp, code: string])[] = [
  [/missing field '.spec.selector'/, 'PD0012'],
  [/unmatch label/, 'PD0406'],
  [/MaxSurge and MaxUnavailable/, 'PD0206'],
  [/Experiment template weight/, 'PD0415'],
  [/unknown field/, 'PD0810'],
];

/** What is wrong in the manifests of other projects' documentation. */
const WRONG: Readonly<Record<string, readonly string[]>> = {
  '13-MetricTemplate-cloudwatch-error-rate.yaml': ['PD0815'],
  '15-AlertProvider-on-call.yaml': ['PD0813'],
  '21-AnalysisTemplate-success-rate.yaml': ['PD0810'],
};

interface Case {
  readonly file: string;
  readonly valid: boolean;
  readonly error?: string;
}

if (present) {
  const { cases } = JSON.parse(readFileSync(join(FOLDER, 'lint-argo-rollouts', 'expected.json'), 'utf8')) as { cases: readonly Case[] };

  test.each(cases.filter(({ valid }) => valid))("Argo's linter passes $file", ({ file }) => {
    expect(codesIn('lint-argo-rollouts', file)).toEqual(BESIDE_ROLLOUTS[file] ?? []);
  });

  test.each(cases.filter(({ valid }) => !valid))("Argo's linter about $file: $error", ({ file, error = '' }) => {
    const code = SAID.find(([said]) => said.test(error))?.[1];
    expect(code).toBeDefined();
    expect(codesIn('lint-argo-rollouts', file)).toContain(code);
  });

  test.each(readdirSync(join(FOLDER, 'manifests')))('manifests/%s', (file) => {
    expect(codesIn('manifests', file)).toEqual(WRONG[file] ?? []);
  });

  test.each(readdirSync(join(FOLDER, 'crd-istio')).filter((file) => file.endsWith('-valid.yaml')))('crd-istio/%s', (file) => {
    const text = readFileSync(join(FOLDER, 'crd-istio', file), 'utf8');
    const { manifests, problems } = readManifests([{ file, content: text }]);
    expect(check(manifests, { problems }).findings.filter(({ code }) => /^PD08(1[0-5]|02)$/.test(code))).toEqual([]);
  });
} else {
  test('the manifests of other projects are not there: nothing to hold the checks against', () => {
    expect(present).toBe(false);
  });
}
