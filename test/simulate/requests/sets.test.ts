import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { disagreements } from '../../conformance/harness/routing';
import { readObjects } from '../../conformance/harness/yaml';

const SETS = join(__dirname, '../../conformance/sets/routing');
const names = readdirSync(SETS, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? entry.name : []));

/** How pods behave that are told to fail or to sleep, the library does not know. */
const byPods = ({ headers = {} }: { readonly headers?: object }) => Object.keys(headers).some((name) => /^x-sim-(fail|sleep)/i.test(name));

describe('answers as Envoy gave them to the conformance run', () => {
  test.each(names)('%s', (name) => {
    const read = (file: string) => JSON.parse(readFileSync(join(SETS, name, file), 'utf8'));
    const objects = ['services.yaml', `${name}/manifests.yaml`].flatMap((file) => readObjects(join(SETS, file)));
    const requests = read('requests.json').filter((request: object) => !byPods(request));
    const texts = new Map<string, string[]>(Object.entries(read('answers.json')));
    expect(disagreements({ objects, requests }, { texts, problems: [] }).problems).toEqual([]);
  });
});
