import { App, Chart } from 'cdk8s';
import { Match, Microservice, Route } from 'cdk8s-progressive';
import fc from 'fast-check';
import { precedenceProblems, specificity } from '../../lib/traffic/gateway-api/precedence';

const version = new Microservice(new Chart(new App(), 'shop'), 'reviews').addVersion('v1', { image: 'shop/reviews:1' });
const route = (...matches: Match[]) => (matches.length > 0 ? Route.when(...matches).to(version) : Route.to(version));
const path = Match.uri();

test.each<readonly [string, Match | undefined, Match | undefined, boolean]>([
  ['exact before prefix', path.exact('/a'), path.prefix('/a'), true],
  ['prefix before exact', path.prefix('/a'), path.exact('/a'), false],
  ['long prefix before short', path.prefix('/a/b'), path.prefix('/a'), true],
  ['short prefix before long', path.prefix('/a'), path.prefix('/a/b'), false],
  ['prefixes that never meet', path.prefix('/a'), path.prefix('/abc'), true],
  ['header before everything', Match.header('x').exact('1'), undefined, true],
  ['header before a path', Match.header('x').exact('1'), path.prefix('/a'), false],
  ['other values of one header', Match.header('x').exact('1'), Match.header('X').exact('2').and(path.prefix('/a')), true],
  ['other methods', Match.method('GET'), Match.method('POST').and(path.prefix('/a')), true],
  ['a method before two headers', Match.method('GET'), Match.header('a').exact('1').and(Match.header('b').exact('1')), true],
  ['an expression before everything', path.regex('/a.*'), undefined, false],
])('%s', (_, first, second, fine) => {
  const routes = [first, second].map((match) => (match ? route(match) : route()));
  expect(precedenceProblems(routes)).toHaveLength(fine ? 0 : 1);
});

const parts = fc.record({
  uri: fc.option(fc.constantFrom(path.exact('/a'), path.exact('/a/b'), path.prefix('/a'), path.prefix('/a/b')), { nil: undefined }),
  header: fc.option(fc.constantFrom(Match.header('x').exact('1'), Match.header('y').present()), { nil: undefined }),
  method: fc.option(fc.constantFrom(Match.method('GET'), Match.method('POST')), { nil: undefined }),
});
const matches = parts.map(({ uri, header, method }) =>
  [uri, header, method]
    .filter((match) => match !== undefined)
    .reduce<Match | undefined>((all, match) => all?.and(match) ?? match, undefined),
);

test('routes sorted by specificity are never refused', () => {
  fc.assert(
    fc.property(fc.array(matches, { maxLength: 6 }), (stated) => {
      const rank = (match: Match | undefined) => specificity(match?._parts ?? {});
      const sorted = [...stated].sort((a, b) => compare(rank(b), rank(a)));
      expect(precedenceProblems(sorted.map((match) => (match ? route(match) : route())))).toEqual([]);
    }),
  );
});

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}
