import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerTexts } from '../harness/answers';
import { type Check, equal, none } from '../harness/check';
import { answer, type MeshRequest } from '../harness/mesh';
import { disagreements } from '../harness/routing';
import { stage } from '../harness/stage';
import { versions } from '../harness/versions';
import { readObjects } from '../harness/yaml';

const SETS = join(__dirname, '..', 'sets', 'routing');
const read = <T>(...path: string[]) => JSON.parse(readFileSync(join(SETS, ...path), 'utf8')) as T;

export const check: Check = {
  name: 'routed-sets',
  title:
    'Envoy answers hard cases of VirtualServices, Gateways and HTTPRoutes as written down in sets/routing, and as the library foretells',
  needs: ['istiosim', 'envoy'],
  async run(context) {
    const names = readdirSync(SETS, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .sort();
    const tables = names.map((name) => read<MeshRequest[]>(name, 'requests.json'));
    const results = await answer(
      names.map((name, i) => stage([join(SETS, 'services.yaml'), join(SETS, name, 'manifests.yaml')], tables[i] ?? [])),
    );
    names.forEach((name, i) => {
      const [result, table = []] = [results[i], tables[i]];
      if (!result) return;
      const expected = read<Record<string, string[]>>(name, 'answers.json');
      const answered = answerTexts(table, result);
      const byPods = (request: MeshRequest) => Object.keys(request.headers ?? {}).some((header) => /^x-sim-(fail|sleep)/i.test(header)); // the library does not know how pods behave
      const objects = [join(SETS, 'services.yaml'), join(SETS, name, 'manifests.yaml')].flatMap(readObjects);
      const { problems } = disagreements({ objects, requests: table.filter((request) => !byPods(request)) }, answered);
      none(context, `${name}: the library foretells Envoy's answers`, problems);
      const same = table.map(({ id }) => equal(context, `${name}: ${id}`, answered.get(id), expected[id]));
      context.verified({
        strategy: `routing: ${name}`,
        program: 'istio',
        version: versions.istio,
        shown: 'answers as written down',
        passed: same.every(Boolean),
      });
    });
  },
};
