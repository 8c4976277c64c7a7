import { readEnvironments } from '../../lib/parameters/environments';
import { Parameter } from '../../lib/parameters/parameter';

const parameters = [
  Parameter.percent('review.v2.weight', { defaultValue: 0 }),
  Parameter.imageTag('review.v2.tag', { defaultValue: '1.0' }),
  Parameter.choice('review.current', { defaultValue: 'v1', choices: ['v1', 'v2'] }),
  Parameter.boolean('canary.enable', { defaultValue: false }),
  Parameter.stringList('hosts', { defaultValue: [] }),
  Parameter.stringMap('labels', { defaultValue: {} }),
];

const read = (texts: { readonly [name: string]: string }) =>
  readEnvironments(
    Object.entries(texts).map(([name, text]) => ({ name, file: `environments/${name}.yaml`, text })),
    parameters,
  );
const values = (texts: { readonly [name: string]: string }, name: string) => {
  const { environments, problems } = read(texts);
  expect(problems).toEqual([]);
  return Object.fromEntries(environments.find((each) => each.name === name)?.values ?? []);
};
const problems = (text: string) => read({ prod: text }).problems;

test('keys are nested by the dots of names', () => {
  expect(values({ prod: 'review:\n  v2: {weight: 20, tag: "2.0"}\nhosts: [a, "no"]\nlabels: {a: b}\n' }, 'prod')).toEqual({
    'review.v2.weight': 20,
    'review.v2.tag': '2.0',
    hosts: ['a', 'no'],
    labels: { a: 'b' },
  });
});

test('an empty file states nothing', () => {
  expect(values({ prod: '' }, 'prod')).toEqual({});
  expect(values({ prod: '# nothing yet\n' }, 'prod')).toEqual({});
});

test('an environment extends another, also over several steps; lists and maps are replaced', () => {
  const texts = {
    base: 'review: {v2: {weight: 10}, current: v2}\nlabels: {a: b, c: d}\n',
    prod: 'extends: staging\nreview: {v2: {weight: 50}}\n',
    staging: 'extends: base\nlabels: {e: f}\n',
  };
  expect(values(texts, 'prod')).toEqual({ 'review.v2.weight': 50, 'review.current': 'v2', labels: { e: 'f' } });
});

test.each([
  [
    'a name with its dots',
    'review.v2.weight: 3\n',
    "1:1: 'review.v2.weight' is written with a level for each dot: review: { v2: { weight: ... } }.",
  ],
  ['no number', 'review: {v2: {weight: .nan}}\n', "1:23: 'review.v2.weight' is NaN; it must be a whole number from 0 to 100."],
  [
    'half a character',
    'hosts: []\nreview: {v2: {tag: "a\\ud800"}}\n',
    "2:20: 'review.v2.tag': a text holds the code point U+D800, which kubectl, kustomize or Helm would change or refuse; leave it out or encode it (base64).",
  ],
  ['another encoding', 'review:\n  current: "\ufffd"\n', '2:13: holds bytes that are no UTF-8; save the file as UTF-8.'],
  ['an unknown name', 'review:\n  v2:\n    wieght: 3\n', "3:5: there is no parameter 'review.v2.wieght'; did you mean 'review.v2.weight'?"],
  ['a name of another place', 'weight: 3\n', "1:1: there is no parameter 'weight'; did you mean 'review.v2.weight'?"],
  [
    'a number that is too large',
    'review:\n  v2: {weight: 120}\n',
    "2:16: 'review.v2.weight' is 120; it must be a whole number from 0 to 100.",
  ],
  ['a broken number', 'review: {v2: {weight: 1.5}}\n', "1:23: 'review.v2.weight' is 1.5; it must be a whole number from 0 to 100."],
  [
    'a number where a text belongs',
    'review: {v2: {tag: 1.10}}\n',
    "1:20: 'review.v2.tag' is 1.1; it must be an image tag: up to 128 letters, digits, '_', '.' and '-': put it in quotes.",
  ],
  ['a text where a switch belongs', 'canary:\n  enable: yes\n', `2:11: 'canary.enable' is "yes"; it must be true or false.`],
  ['no such choice', 'review: {current: v3}', `1:19: 'review.current' is "v3"; it must be one of v1, v2.`],
  ['a wrong element', 'hosts: [a, 1]', `1:8: 'hosts' is ["a",1]; it must be a list of texts.`],
  ['a control character', 'hosts: ["a\\a"]', `1:8: 'hosts' is ["a\\u0007"]; it must be a list of texts.`],
  [
    'a value where a group belongs',
    'review: 3',
    "1:9: 'review' is 3, but holds parameters: review.v2.weight, review.v2.tag, review.current.",
  ],
  ['an empty value', 'review:\n  current:\n', "2:11: 'review.current' is null; it must be one of v1, v2."],
  ['a list at the top', '- a', "1:1: values are stated as 'name: value', nested by the dots of a parameter's name."],
  ['an unknown parent', 'extends: prd', "1:10: there is no environment 'prd'; did you mean 'prod'?"],
  ['itself as parent', 'extends: prod', '1:10: environments extend each other in a circle: prod -> prod.'],
  ['a duplicate key', 'review: {current: v1}\nreview: {current: v2}\n', '2:1: the key is stated a second time; a value is stated once.'],
  ['an alias', 'hosts: &a [x]\nlabels: *a\n', '1:11: the anchor &a is not read; remove it.'],
  ['a tag', 'hosts: !mine [x]\n', '1:14: the tag !mine is not read; remove it.'],
  ['a merge key', '<<: {hosts: []}\n', "1:1: merge keys ('<<') are not read; use 'extends: <environment>'."],
  ['a key that is no text', '1: {a: b}\n', '1:1: a key is a text; put it in quotes.'],
  [
    'a second document',
    'hosts: []\n---\nhosts: [a]\n',
    "2:1: a second document begins; a file holds the values of one environment: remove '---'.",
  ],
])('%s is refused with its place', (_, text, problem) => {
  expect(problems(text)).toContain(`environments/prod.yaml:${problem}`);
});

test('what is no YAML at all is refused with its place', () => {
  expect(problems('hosts: [a\n')[0]).toMatch(/^environments\/prod\.yaml:\d+:\d+: is no YAML: /);
});

test('all problems of all files come at once', () => {
  const found = read({ a: 'hosts: 1\ncanary: {enable: 2}\n', b: 'x: 1', c: 'extends: d', d: 'extends: c' }).problems;
  expect(found.map((each) => each.split(': ')[0])).toEqual([
    'environments/a.yaml:1:8',
    'environments/a.yaml:2:18',
    'environments/b.yaml:1:1',
    'environments/c.yaml:1:10',
    'environments/d.yaml:1:10',
  ]);
});

test('names of environments become folders', () => {
  expect(read({ '../x': '' }).problems).toEqual([
    "environments/../x.yaml: '../x' cannot name an environment: letters, digits, '-', '_' and '.', at most 63.",
  ]);
});

test('names of JavaScript are names like others', () => {
  const odd = [Parameter.string('constructor.toString', { defaultValue: 'a' })];
  const { environments } = readEnvironments([{ name: 'x', file: 'x', text: 'constructor: {toString: b}' }], odd);
  expect([...(environments[0]?.values ?? [])]).toEqual([['constructor.toString', 'b']]);
  expect(readEnvironments([{ name: 'x', file: 'x', text: '{__proto__: {a: 1}, valueOf: 1}' }], odd).problems).toHaveLength(2);
});
