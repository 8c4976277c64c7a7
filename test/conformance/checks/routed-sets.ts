import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Check, none, refused } from '../harness/check';
import { replaced } from '../harness/faults';
import type { KubeObject } from '../harness/kube';
import { answer, type MeshRequest } from '../harness/mesh';
import { temporaryFolder } from '../harness/process';
import { type Answered, answered, disagreements } from '../harness/routing';
import { stage } from '../harness/stage';
import { versions } from '../harness/versions';
import { readObjects } from '../harness/yaml';

const SETS = join(__dirname, '..', 'sets', 'routing');
const read = <T>(...path: string[]) => JSON.parse(readFileSync(join(SETS, ...path), 'utf8')) as T;

interface Set {
  readonly name: string;
  readonly files: readonly string[];
  readonly objects: readonly KubeObject[];
  readonly requests: readonly MeshRequest[];
  readonly expected: Readonly<Record<string, readonly string[]>>;
}

function readSet(name: string): Set {
  const files = [join(SETS, 'services.yaml'), join(SETS, name, 'manifests.yaml')];
  return { name, files, objects: files.flatMap(readObjects), requests: read(name, 'requests.json'), expected: read(name, 'answers.json') };
}

/** The library does not know how pods behave. */
const byPods = ({ headers = {} }: MeshRequest) => Object.keys(headers).some((header) => /^x-sim-(fail|sleep)/i.test(header));

/** Where Envoy does not answer as the library foretells. */
const unforeseen = ({ objects, requests }: Set, envoy: Answered) =>
  disagreements({ objects, requests: requests.filter((request) => !byPods(request)) }, envoy).problems;

/** Where Envoy does not answer a request as is written down. */
function changed({ expected }: Set, { texts }: Answered, id: string): string[] {
  const [wanted, got] = [expected[id], texts.get(id)].map((one) => JSON.stringify(one));
  return wanted === got ? [] : [`wanted ${wanted}, got ${got}`];
}

/** The set with a weight of 70 in place of 80. */
function staged({ name, requests }: Set): string {
  const folder = join(temporaryFolder('fault'), name);
  cpSync(join(SETS, name), folder, { recursive: true });
  const file = join(folder, 'manifests.yaml');
  writeFileSync(file, replaced(readFileSync(file, 'utf8'), /weight: 80\}/g, 'weight: 70}').replace(/weight: 20\}/g, 'weight: 30}'));
  return stage([join(SETS, 'services.yaml'), file], requests);
}

export const check: Check = {
  name: 'routed-sets',
  title:
    'Envoy answers hard cases of VirtualServices, Gateways and HTTPRoutes as written down in sets/routing, and as the library foretells',
  needs: ['istiosim', 'envoy'],
  async run(context) {
    const folders = readdirSync(SETS, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const sets = folders.map(({ name }) => readSet(name)).sort((a, b) => (a.name < b.name ? -1 : 1));
    const weights = readSet('header-weights');
    const results = await answer([staged(weights), ...sets.map(({ files, requests }) => stage(files, requests))]);
    const [fault, ...envoy] = [weights, ...sets].map(({ requests }, i) => {
      const result = results[i];
      return result ? answered(requests, result) : { texts: new Map(), problems: ['not asked'] };
    });
    if (fault) {
      refused(context, 'other weights than those foretold', unforeseen(weights, fault), /^b2 80\/20 sweep: Envoy 0\.7/);
      refused(context, 'other weights than those written down', changed(weights, fault, 'b2 80/20 sweep'), /got .*0\.7/);
    }
    sets.forEach((set, i) => {
      const answers = envoy[i];
      if (!answers) return;
      none(context, `${set.name}: the library foretells Envoy's answers`, unforeseen(set, answers));
      const same = set.requests.map(({ id }) => none(context, `${set.name}: ${id}`, changed(set, answers, id)));
      context.verified({
        strategy: `routing: ${set.name}`,
        program: 'istio',
        version: versions.istio,
        shown: 'answers as written down',
        passed: same.every(Boolean),
      });
    });
  },
};
