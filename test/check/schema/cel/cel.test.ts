import { evaluateCel } from '../../../../lib/check/schema/cel/evaluate';
import { CelError, CelUnsupported } from '../../../../lib/check/schema/cel/functions';
import { parseCel } from '../../../../lib/check/schema/cel/parse';
import { CelSyntaxError } from '../../../../lib/check/schema/cel/tokens';

const valueOf = (expression: string, self: unknown = {}): unknown => evaluateCel(parseCel(expression), { name: 'self', value: self });

test.each<[string, unknown, unknown]>([
  ['1 + 2 * 3 - 4 / 3 % 2', {}, 6],
  ['-(1 - 3) == 2 && !false', {}, true],
  ['true || false ? "yes" : "no"', {}, 'yes'],
  ['false ? 1 : true ? 2 : 3', {}, 2],
  [String.raw`"a\n\"" + 'b' + r'\d' + """c"d"""`, {}, 'a\n"b\\dc"d'],
  ['[1, 2, 3][1] in [2]', {}, true],
  ['{"a": 1}["a"] == 1 && "a" in {"a": 1}', {}, true],
  ['[1, [2]] == [1, [2]] && {"a": [1]} != {"a": [2]}', {}, true],
  ['has(self.a) && !has(self.b) && self.a.size() == 2', { a: 'xy' }, true],
  ['self.__namespace__ + self.a__dash__b', { namespace: 'x', 'a-b': 'y' }, 'xy'],
  ['self.all(x, x > 0) && self.exists(x, x == 2) && self.exists_one(x, x > 1)', [1, 2], true],
  ['self.filter(x, x > 1).map(x, x * 2)', [1, 2, 3], [4, 6]],
  ['self.all(key, key.startsWith("a"))', { ab: 1, ac: 2 }, true],
  ['self.all(a, self.exists_one(b, a == b))', [1, 2], true],
  ['duration("1h30m") > duration("5400s") || duration("1500ms") == duration("1.5s")', {}, true],
  ['"a/b/c".split("/")[0].size() + "abc".substring(1, 2).size() + int("7")', {}, 9],
  ['"Ab".lowerAscii() + "x".upperAscii() + ["a", "b"].join("-")', {}, 'abXa-b'],
  ['url("https://a.b:8/c").getScheme() + url("https://a.b:8/c").getHost()', {}, 'httpsa.b:8'],
  ['isIP("10.0.0.1") && isIP("::1") && !isIP("10.0.0") && !isURL("a b")', {}, true],
  ['"X".matches("^(?i)x$") && size("😀") == 1', {}, true],
  ['true || self.missing', {}, true],
  ['self.missing || true', {}, true],
  ['self.exists(x, x.a == 1)', [{}, { a: 1 }], true],
])('%s', (expression, self, value) => {
  expect(valueOf(expression, self)).toEqual(value);
});

test.each([
  'self.missing',
  'self.missing && true',
  '1 / 0',
  'int("x")',
  '"a" < 1',
  '1 ? 2 : 3',
  'size(1)',
  '[1][2]',
  'duration("x") > duration("1s")',
  '"a".matches("(")',
])('%s fails as it does in the API server', (expression) => {
  expect(() => valueOf(expression)).toThrow(CelError);
});

test.each(['other', 'quantity("1")', 'self.unheardOf()', 'has(self)'])('%s is beyond this evaluator', (expression) => {
  expect(() => valueOf(expression)).toThrow(CelUnsupported);
});

test.each(['1 +', '(1', '[1 2]', 'a b', '"open', '@', ''])('%s is no expression', (expression) => {
  expect(() => parseCel(expression)).toThrow(CelSyntaxError);
});
