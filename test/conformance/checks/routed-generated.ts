import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { modelOf } from '../../../lib/model/model-of';
import { readManifests } from '../../../lib/model/read';
import { route } from '../../../lib/simulate/requests/route';
import { differences } from '../../simulate/requests/envoy-answers';
import { type GeneratedCase, generatedCase } from '../../simulate/requests/generate/case';
import { type Check, none } from '../harness/check';
import { answer } from '../harness/mesh';
import { temporaryFolder } from '../harness/process';
import { versions } from '../harness/versions';

/** 30 cases of 60 requests each. */
const SEEDS = Array.from({ length: 30 }, (_, index) => index + 1);

export const check: Check = {
  name: 'routed-generated',
  title: 'Envoy answers requests near the edges of generated rules as `progressive route` foretells',
  needs: ['istiosim', 'envoy'],
  async run(context) {
    const root = temporaryFolder('generated');
    const cases = SEEDS.map((seed) => generatedCase(seed));
    const results = await answer(cases.map((one, index) => staged(join(root, String(SEEDS[index])), one)));
    const passed = cases.map(({ objects, requests }, index) => {
      const { manifests } = readManifests([{ file: 'generated', content: textOf(objects) }]);
      const model = modelOf(manifests);
      const told = requests.flatMap((request, at) => {
        const outcomes = results[index]?.answers[at]?.outcomes ?? [];
        return differences(request, route(model, request), outcomes).map((text) => `${JSON.stringify(request)}: ${text}`);
      });
      return none(context, `seed ${SEEDS[index]}: ${requests.length} requests`, told);
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
