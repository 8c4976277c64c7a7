import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { emitYaml } from '../../../lib/output/emit';
import { type Check, none, refused } from '../harness/check';
import { must, temporaryFolder } from '../harness/process';
import { binary } from '../harness/programs';
import { text } from '../harness/values';
import { versions } from '../harness/versions';

const COUNT = Number(process.env.CONFORMANCE_STRINGS ?? 100_000);
const BATCH = 10_000;

interface Strings {
  readonly data: { readonly [key: string]: string };
  readonly env: readonly { readonly name: string; readonly value: string }[];
}

/** An object with many strings: a third each as values, as keys, and as values of a container's environment. */
function objectOf(strings: readonly string[]): { object: object; strings: Strings } {
  const data: { [key: string]: string } = {};
  const env: { name: string; value: string }[] = [];
  strings.forEach((value, index) => {
    if (index % 3 === 0) data[`value-${index}`] = value;
    else if (index % 3 === 1 && value !== '__proto__') data[value] = `key-${index}`;
    else env.push({ name: `E${index}`, value });
  });
  const metadata = { name: 'strings' };
  return { object: { apiVersion: 'example.com/v1', kind: 'Strings', metadata, data, spec: { env } }, strings: { data, env } };
}

function changes(sent: Strings, received: string): string[] {
  const { data, spec } = JSON.parse(received) as { data: Strings['data']; spec: { env: Strings['env'] } };
  const problems: string[] = [];
  for (const [key, value] of Object.entries(sent.data)) {
    if (data[key] !== value) problems.push(`${JSON.stringify(key)}: ${JSON.stringify(value)} came back as ${JSON.stringify(data[key])}`);
  }
  sent.env.forEach(({ value }, index) => {
    if (spec.env[index]?.value !== value) problems.push(`${JSON.stringify(value)} came back as ${JSON.stringify(spec.env[index]?.value)}`);
  });
  if (Object.keys(data).length !== Object.keys(sent.data).length) problems.push('keys were added or lost');
  return problems;
}

export const check: Check = {
  name: 'emitter-strings',
  title: 'generated strings come back unchanged through kubectl and kustomize: as values, as keys, in containers',
  needs: ['cluster', 'kustomize'],
  async run(context) {
    const folder = temporaryFolder('strings');
    const [kubectl, kustomize] = [await binary('cluster', 'kubectl'), await binary('kustomize')];
    const asKubectlReads = (file: string) => must(kubectl, ['annotate', '--local', '-f', file, 'read=by-kubectl', '-o', 'json']);
    const problems: { kubectl: string[]; kustomize: string[] } = { kubectl: [], kustomize: [] };
    let count = 0;
    for (let batch = 0; count < COUNT; batch++) {
      const sample = fc.sample(text, { seed: 20261121 + batch, numRuns: Math.min(BATCH, COUNT - count) });
      count += sample.length;
      const { object, strings } = objectOf(sample);
      const base = join(folder, String(batch));
      mkdirSync(base);
      writeFileSync(join(base, 'strings.yaml'), emitYaml(object));
      writeFileSync(join(base, 'kustomization.yaml'), 'resources: [strings.yaml]\n');
      problems.kubectl.push(...changes(strings, await asKubectlReads(join(base, 'strings.yaml'))));
      writeFileSync(join(folder, 'built.yaml'), await must(kustomize, ['build', base]));
      problems.kustomize.push(...changes(strings, await asKubectlReads(join(folder, 'built.yaml'))));
    }
    for (const [program, version] of [
      ['kubectl', versions.kubernetes],
      ['kustomize', versions.kustomize],
    ] as const) {
      const found = problems[program];
      const passed = none(context, `${count} strings through ${program}: ${found.length} changed`, found.slice(0, 10));
      context.verified({ strategy: 'emitter', program, version, shown: `${count} generated strings unchanged`, passed });
    }
    const bad = join(folder, 'bad.yaml');
    writeFileSync(bad, 'apiVersion: example.com/v1\nkind: Strings\nmetadata: {name: a}\ndata: {a: NO}\nspec: {env: []}\n');
    refused(
      context,
      'a string that is not quoted',
      changes({ data: { a: 'NO' }, env: [] }, await asKubectlReads(bad)),
      /"NO" came back as false/,
    );
  },
};
