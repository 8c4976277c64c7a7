import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { modelOf } from '../../../lib/model/model-of';
import { readManifests } from '../../../lib/model/read';
import { route } from '../../../lib/simulate/requests/route';
import { differences } from '../../simulate/requests/envoy-answers';
import { type GeneratedCase, generatedCase } from '../../simulate/requests/generate/case';
import { type Check, none, refused } from '../harness/check';
import { withoutFirstRules } from '../harness/faults';
import { answer, type MeshResult } from '../harness/mesh';
import { temporaryFolder } from '../harness/process';
import { versions } from '../harness/versions';

/** 30 cases of 60 requests each. */
const SEEDS = Array.from({ length: 30 }, (_, index) => index + 1);
/** One in which other versions answer when first rules are missing. */
const TELLING = 20;

export const check: Check = {
  name: 'routed-generated',
  title: 'Envoy answers requests near the edges of generated rules as `progressive route` foretells',
  needs: ['istiosim', 'envoy'],
  async run(context) {
    const root = temporaryFolder('generated');
    const cases = SEEDS.map((seed) => generatedCase(seed));
    const whole = generatedCase(TELLING);
    const faulty = { ...whole, objects: withoutFirstRules(whole.objects) };
    const [fault, ...results] = await answer([faulty, ...cases].map((one, index) => staged(join(root, String(index)), one)));
    refused(context, 'VirtualServices without their first rules', fault ? told(whole, fault) : [], /Envoy .*, answer/);
    const passed = cases.map((one, index) => {
      const result = results[index];
      const problems = result ? told(one, result) : ['not asked'];
      return none(context, `seed ${SEEDS[index]}: ${one.requests.length} requests`, problems);
    });
    context.verified({
      strategy: 'routing: generated',
      program: 'istio',
      version: versions.istio,
      shown: 'answers as foretold',
      passed: passed.every(Boolean),
    });
  },
};

/** Where `progressive route` and Envoy differ. Objects that Istio refuses are part of the cases. */
function told({ objects, requests }: GeneratedCase, { error, answers }: MeshResult): string[] {
  if (error !== undefined) return [error];
  const { manifests } = readManifests([{ file: 'generated', content: textOf(objects) }]);
  const model = modelOf(manifests);
  return requests.flatMap((request, at) =>
    differences(request, route(model, request), answers[at]?.outcomes ?? []).map((text) => `${JSON.stringify(request)}: ${text}`),
  );
}

function staged(folder: string, { objects, requests }: GeneratedCase): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'manifests.yaml'), textOf(objects));
  writeFileSync(join(folder, 'requests.json'), JSON.stringify(requests));
  return folder;
}

/** JSON is YAML. */
function textOf(objects: GeneratedCase['objects']): string {
  return objects.map((object) => JSON.stringify(object)).join('\n---\n');
}
