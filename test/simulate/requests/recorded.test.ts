import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { modelOf } from '../../../lib/model/model-of';
import { readManifests } from '../../../lib/model/read';
import { route } from '../../../lib/simulate/requests/route';
import { differences, type Outcome, type Question } from './envoy-answers';

const MESH = resolve(__dirname, '../../../../shared/prototypes/mesh');
const recorded = existsSync(MESH);

interface Recorded {
  readonly dir: string;
  readonly answers: readonly { readonly id: string; readonly outcomes: readonly Outcome[] }[];
}

/** Runs where the recorded questions lie beside the project; elsewhere there is nothing to hold the answers against. */
const answers: Recorded[] = recorded
  ? readFileSync(join(MESH, 'answers/answers.jsonl'), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Recorded)
  : [];

function modelOfCase(dir: string) {
  const files = [
    ...readdirSync(dir)
      .filter((name) => name.endsWith('.yaml') && name !== '00-app.yaml')
      .map((name) => join(dir, name)),
  ];
  const contents = [join(dir, '../_base/app.yaml'), ...files].map((file) => ({ file, content: readFileSync(file, 'utf8') }));
  const { manifests, problems } = readManifests(contents);
  expect(problems).toEqual([]);
  return modelOf(manifests);
}

(recorded ? describe : describe.skip)('answers as the real Envoy gave them', () => {
  test.each(answers.map((one): [string, Recorded] => [one.dir, one]))('%s', (dir, one) => {
    const folder = join(MESH, dir);
    const model = modelOfCase(folder);
    const questions = JSON.parse(readFileSync(join(folder, 'requests.json'), 'utf8')) as Question[];
    const told = questions.flatMap((question, index) => {
      const found = one.answers[index];
      expect(found?.id).toBe(question.id);
      return differences(question, route(model, question), found?.outcomes ?? []).map((text) => `${question.id}: ${text}`);
    });
    expect(told).toEqual([]);
  });
});
