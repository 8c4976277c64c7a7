import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { fieldPathText } from '../../../lib/check/finding';
import { validateSchema } from '../../../lib/check/schema/validate';

// Runs where the manifests of other projects lie beside this one; elsewhere one test says that they are not there.
const folder = join(__dirname, '..', '..', '..', '..', 'shared', 'cases');
const present = existsSync(folder);

interface Case {
  readonly file: string;
  readonly doc: number;
  readonly valid: boolean;
  readonly error?: string;
}

function said(path: string, document = 0): string[] {
  const { _err, ...object } = loadAll(readFileSync(join(folder, path), 'utf8'))[document] as { readonly _err?: string };
  return validateSchema(object).map((one) => `${fieldPathText(one.path)} ${one.keyword}`);
}

if (present) {
  const { cases } = JSON.parse(readFileSync(join(folder, 'crd-istio', 'expected.json'), 'utf8')) as { cases: readonly Case[] };

  test.each(cases.filter((one) => one.valid))('$file $doc is valid', ({ file, doc }) => {
    expect(said(`crd-istio/${file}`, doc)).toEqual([]);
  });

  test.each(cases.filter((one) => !one.valid))('$file $doc: $error', ({ file, doc, error = '' }) => {
    const found = said(`crd-istio/${file}`, doc);
    expect(found).toHaveLength(1);
    const path = /^(spec[\w.[\]]*)/.exec(error)?.[1];
    if (path !== undefined) expect(found[0].split(' ')[0]).toBe(path);
    else expect(found[0]).toMatch(/ rule$| enum$/);
  });

  const wrong: { readonly [file: string]: string[] } = {
    '13-MetricTemplate-cloudwatch-error-rate.yaml': ['apiVersion apiVersion'],
    '15-AlertProvider-on-call.yaml': ['spec choice'],
    '21-AnalysisTemplate-success-rate.yaml': ['spec.metrics[0].provider.prometheus.authentication.basicAuth unknown'],
  };
  test.each(readdirSync(join(folder, 'manifests')))('manifests/%s', (file) => {
    expect(said(`manifests/${file}`)).toEqual(wrong[file] ?? []);
  });
} else {
  test('the manifests of other projects are not there: nothing to hold the schemas against', () => {
    expect(present).toBe(false);
  });
}
