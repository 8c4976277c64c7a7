import fc from 'fast-check';
import { parse } from 'yaml';
import { editValue } from '../../lib/parameters/day2/edit';

const weight = ['review', 'v2', 'weight'];

test('one value changes, and nothing else: comments, quotes, order and layout stay', () => {
  const text = `# Production.
'review':
    v2:   # the new one
        weight: 10   # raised on Monday

        tag: "2.0"
hosts: [ a,   b ]
`;
  expect(editValue(text, weight, 20)).toBe(text.replace('weight: 10', 'weight: 20'));
  expect(editValue(text, ['review', 'v2', 'tag'], '3.0')).toBe(text.replace('"2.0"', '"3.0"'));
});

test.each([
  ['a file that is empty', '', 'review:\n  v2:\n    weight: 20\n'],
  ['a file of comments', '# Nothing yet.', '# Nothing yet.\nreview:\n  v2:\n    weight: 20\n'],
  ['beside other values', 'a: 1 # one\n\n# end\n', 'a: 1 # one\nreview:\n  v2:\n    weight: 20\n\n# end\n'],
  [
    'into its group',
    'review:\n    v2:\n        tag: "1" # t\n    # next\nz: 1\n',
    'review:\n    v2:\n        tag: "1" # t\n        weight: 20\n    # next\nz: 1\n',
  ],
  ['into a group that has others', 'review:\n  v1: {a: 1}\nz: 1', 'review:\n  v1: {a: 1}\n  v2:\n    weight: 20\nz: 1'],
  ['behind a text of several lines', 'a: |\n  b\n  c\n', 'a: |\n  b\n  c\nreview:\n  v2:\n    weight: 20\n'],
  ['without a line break at the end', 'a: 1', 'a: 1\nreview:\n  v2:\n    weight: 20\n'],
  ['with the line breaks of Windows', 'a: 1\r\n', 'a: 1\r\nreview:\r\n  v2:\r\n    weight: 20\r\n'],
  ['into a group in braces', 'review: {v2: {tag: "1"}} # c\n', 'review: {v2: {tag: "1", weight: 20}} # c\n'],
])('a value is added: %s', (_, text, expected) => {
  expect(editValue(text, weight, 20)).toBe(expected);
});

test.each([
  ['in brackets', 'hosts: [a] # c\nb: 1\n', 'hosts: ["no","x"] # c\nb: 1\n'],
  ['line by line', 'hosts: # c\n    - a\n    - b # old\n# d\nb: 1\n', 'hosts: # c\n    - "no"\n    - x\n# d\nb: 1\n'],
])('a list %s is replaced', (_, text, expected) => {
  expect(editValue(text, ['hosts'], ['no', 'x'])).toBe(expected);
});

test('whatever the value, the line breaks of Windows and all comments stay', () => {
  const text = '# c\na: 1 # one\nreview: # r\n  v2:\n    tag: x # t\n    # end\n';
  const value = fc.oneof(
    fc.constantFrom('\nx', 'a\n', 'a\r\nb', '# c'),
    fc.integer(),
    fc.boolean(),
    fc.array(fc.constantFrom('a\nb', '#')),
  );
  fc.assert(
    fc.property(value, fc.constantFrom(['a'], ['review', 'v2', 'tag'], weight, ['new']), (given, path) => {
      const edited = editValue(text.replaceAll('\n', '\r\n'), path, given);
      expect(edited).not.toMatch(/(?<!\r)\n/);
      for (const comment of ['# c', '# one', '# r', '# t', '# end']) expect(edited).toContain(comment);
      expect(parse(edited)).toEqual(parse(editValue(text, path, given)));
    }),
  );
});

test('whatever the value, the file holds it afterwards, and all else as before', () => {
  const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(fc.string()), fc.dictionary(fc.string(), fc.string()));
  const text = '# c\na: 1 # one\nreview: # r\n  v2:\n    tag: x # t\n';
  fc.assert(
    fc.property(value, fc.constantFrom(['a'], ['review', 'v2', 'tag'], weight, ['new']), (given, path) => {
      fc.pre(!JSON.stringify(given).includes('\\u00') && !JSON.stringify(given).includes('\\b') && !JSON.stringify(given).includes('\\f'));
      fc.pre(!/[\u007f-\u009f]/.test(JSON.stringify(given)) && !JSON.stringify(given).includes('__proto__'));
      const after = parse(editValue(text, path, given));
      const before = parse(text);
      let place = before;
      for (const step of path.slice(0, -1)) place = place[step];
      place[path.at(-1) as string] = given;
      expect(after).toEqual(before);
    }),
  );
});
