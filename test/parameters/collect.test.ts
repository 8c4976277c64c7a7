import { type ParametricManifest, treeOf } from '../../lib/manifest/tree';
import { collectParameters } from '../../lib/parameters/collect';
import { Condition } from '../../lib/parameters/condition';
import { Parameter } from '../../lib/parameters/parameter';
import { restOf } from '../../lib/parameters/rest';
import { restProblems } from '../../lib/parameters/rests';

const manifest = (construct: string, spec: unknown, when?: Condition): ParametricManifest => ({
  object: treeOf({ apiVersion: 'v1', kind: 'Thing', metadata: { name: 'x' }, spec }) as unknown as ParametricManifest['object'],
  when,
  origin: { construct },
});

test('parameters are found in fields, texts, rests and conditions, in their order', () => {
  const a = Parameter.boolean('a', { defaultValue: true });
  const b = Parameter.string('b', { defaultValue: '' });
  const c = Parameter.percent('c', { defaultValue: 1 });
  const d = Parameter.choice('d', { defaultValue: 'x', choices: ['x', 'y'] });
  const found = collectParameters([
    manifest('m', { list: [`x-${b}`, restOf([c])] }, Condition.isTrue(a).and(Condition.isChosen(d, 'y').not())),
  ]);
  expect(found.parameters.map(({ name }) => name)).toEqual(['a', 'd', 'b', 'c']);
  expect(found.problems).toEqual([]);
});

test('the same definition twice is one parameter', () => {
  const one = () => Parameter.percent('w', { defaultValue: 5, description: 'Weight.' });
  expect(collectParameters([manifest('m', { a: one(), b: one() })])).toMatchObject({ parameters: [{ name: 'w' }], problems: [] });
});

test('two definitions of one name are a problem that names both', () => {
  const { problems } = collectParameters([
    manifest('app/m', { a: Parameter.percent('w', { defaultValue: 5 }) }),
    manifest('app/n', { a: Parameter.integer('w', { defaultValue: 5 }) }),
  ]);
  expect(problems).toEqual([
    "parameter 'w' is defined twice: in app/m as percent (defaultValue: 5, max: 100, min: 0), and in app/n as integer (defaultValue: 5). Define it once and use that in both places, or name one of them otherwise.",
  ]);
});

test('a name that is the beginning of another is a problem that names both', () => {
  const { problems } = collectParameters([
    manifest('app/m', { a: Parameter.string('review.v2', { defaultValue: '' }) }),
    manifest('app/n', { a: Parameter.percent('review.v2.weight', { defaultValue: 5 }) }),
  ]);
  expect(problems).toEqual([
    "parameters 'review.v2' (app/m) and 'review.v2.weight' (app/n) exclude each other: the first would be a value and a group of values at once. Name one of them otherwise.",
  ]);
});

test('what no output could express is a problem', () => {
  const list = Parameter.stringList('hosts', { defaultValue: [] });
  const key = Parameter.string('key', { defaultValue: '' });
  const { problems } = collectParameters([
    manifest('m', { text: `see ${list}`, [`a-${key}`]: 1, e: Parameter.string('extends', { defaultValue: '' }) }),
  ]);
  expect(problems).toEqual([
    "m: Thing spec.text: parameter 'hosts', a list of texts, stands inside a text; let it be the whole value, or use Parameter.string.",
    'm: Thing spec: a parameter stands in the name of a field; only values can vary. Use Parameter.stringMap.',
    "parameter 'extends' (m): environments use the key 'extends' themselves; name it otherwise.",
  ]);
});

test('weights of an environment that exceed 100 are a problem that names them', () => {
  const v2 = Parameter.percent('v2', { defaultValue: 0 });
  const v3 = Parameter.percent('v3', { defaultValue: 0 });
  const off = Parameter.boolean('off', { defaultValue: false });
  const split = [restOf([v2, v3, 10])];
  const environment = {
    name: 'prod',
    values: new Map([
      ['v2', 60],
      ['v3', 50],
    ]),
  };
  expect(restProblems([manifest('app/m', split), manifest('app/n', split, Condition.isTrue(off))], [environment])).toEqual([
    "environment 'prod': v2 = 60 + v3 = 50 + 10 fixed is 120, more than 100, in app/m; lower one by at least 20.",
  ]);
  expect(
    restProblems(
      [manifest('app/m', split)],
      [
        {
          name: 'prod',
          values: new Map([
            ['v2', 60],
            ['v3', 30],
          ]),
        },
      ],
    ),
  ).toEqual([]);
});

test.each([
  ['JSON.stringify', (text: string, value: Parameter) => JSON.stringify({ text, value })],
  ['toUpperCase', (text: string) => text.toUpperCase()],
  ['toLowerCase', (text: string) => text.toLowerCase()],
  ['encodeURIComponent', (text: string) => encodeURIComponent(text)],
])('%s, applied to a parameter, is a problem that says so', (_, change) => {
  const value = Parameter.integer('n', { defaultValue: 1 });
  const { problems } = collectParameters([manifest('m', { inner: { text: change(`a ${value} b`, value) } })]);
  expect(problems).toEqual([
    expect.stringMatching(/^m: Thing spec\.inner\.text: a parameter was put through a function that changes texts/),
  ]);
});

test('a map that code took apart is a problem that says so', () => {
  const labels = Parameter.stringMap('labels', { defaultValue: { a: 'b' } });
  const { problems } = collectParameters([manifest('m', { labels: { ...labels } })]);
  expect(problems).toEqual([
    "m: Thing spec.labels: parameter 'labels' was taken apart by the code that it was given to; state its keys one by one, each a parameter.",
  ]);
});

test('texts that only look like an expression are left alone', () => {
  const text = 'regular expression[1], ${EXPRESSION} and cron expression[*]';
  expect(collectParameters([manifest('m', { text })]).problems).toEqual([]);
});
