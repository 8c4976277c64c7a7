import { Match } from 'cdk8s-progressive';
import * as fc from 'fast-check';
import { RE2JS } from 're2js';
import { matchOf } from './support';

/** Whether the header of a browser with these cookies fits. */
function fits(match: Match, cookies: readonly (readonly [string, string])[]): boolean {
  const { headers } = matchOf(match) as { headers: { cookie: { regex: string } } };
  return RE2JS.matches(headers.cookie.regex, cookies.map(([name, value]) => `${name}=${value}`).join('; '));
}

test('a cookie is found wherever it stands', () => {
  expect(matchOf(Match.cookie('canary').exact('always'))).toEqual({
    headers: { cookie: { regex: '^(?:.*;\\s*)?canary=always(?:;.*)?$' } },
  });
});

const name = fc.constantFrom('a', 'ab', 'b', 'a.b', 'axb');
const value = fc.constantFrom('', '1', '11', 'x.y', 'xzy', 'a=1', '1|2');
const jar = fc.uniqueArray(fc.tuple(name, value), { selector: ([each]) => each, maxLength: 4 });

test('exactly, beginning and presence are what they say, for every jar', () => {
  fc.assert(
    fc.property(jar, name, value, (cookies, wanted, text) => {
      const held = cookies.find(([each]) => each === wanted)?.[1];
      expect(fits(Match.cookie(wanted).exact(text), cookies)).toBe(held === text);
      expect(fits(Match.cookie(wanted).prefix(text), cookies)).toBe(held?.startsWith(text) ?? false);
      expect(fits(Match.cookie(wanted).present(), cookies)).toBe(held !== undefined);
    }),
    { numRuns: 100 },
  );
});

test('two cookies are demanded in any order', () => {
  const both = (one: string, other: string) => Match.cookie('a').exact(one).and(Match.cookie('b').exact(other));
  fc.assert(
    fc.property(jar, value, value, (cookies, one, other) => {
      const held = new Map(cookies);
      expect(fits(both(one, other), cookies)).toBe(held.get('a') === one && held.get('b') === other);
    }),
    { numRuns: 100 },
  );
});

test('an expression is for the value of its cookie', () => {
  expect(
    fits(Match.cookie('a').regex('[0-9]|x'), [
      ['b', '1'],
      ['a', 'x'],
    ]),
  ).toBe(true);
  expect(fits(Match.cookie('a').regex('[0-9]|x'), [['a', '12']])).toBe(false);
});
