import { Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-27';
import { evaluateTree, treeOf, visitExpressions } from '../../lib/manifest/tree';
import { Parameter } from '../../lib/parameters/parameter';
import { restOf } from '../../lib/parameters/rest';

const weight = Parameter.percent('reviews.v2.weight', { defaultValue: 10 });
const tag = Parameter.imageTag('reviews.v2.tag', { defaultValue: '2.0.1' });

describe('treeOf', () => {
  test('turns placeholders in strings into expressions, and keeps the rest', () => {
    const tree = treeOf({ image: `shop/reviews:${tag}`, tag: `${tag}`, plain: 'x', gone: undefined });
    expect(evaluateTree(tree, { values: new Map([['reviews.v2.tag', '3']]) })).toEqual({ image: 'shop/reviews:3', tag: '3', plain: 'x' });
  });

  test('says where something stands that is not data', () => {
    expect(() => treeOf({ spec: { items: [1, () => 2] } })).toThrow('spec.items.1: a function is not data');
    expect(() => treeOf({ spec: { ratio: Number.NaN } })).toThrow('spec.ratio: NaN is no number that YAML and JSON can carry');
    expect(() => treeOf({ when: new Date(0) })).toThrow('when: an instance of Date is not data');
  });

  test('a key called __proto__ is a key like any other', () => {
    const tree = treeOf(JSON.parse('{"__proto__": {"polluted": true}}'));
    expect(JSON.stringify(evaluateTree(tree, { values: new Map() }))).toBe('{"__proto__":{"polluted":true}}');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test('unwraps the value classes of cdk8s-plus', () => {
    expect(treeOf({ cpu: { value: Cpu.millis(100).amount }, size: Size.mebibytes(3).toMebibytes() })).toEqual({
      cpu: { value: '100m' },
      size: 3,
    });
  });
});

describe('evaluateTree', () => {
  test('shares what holds no expression', () => {
    const tree = treeOf({ fixed: { a: 1 }, weight }) as { fixed: { a: number } };
    const plain = evaluateTree(tree, { values: new Map() }) as { fixed: { a: number }; weight: number };
    expect(plain).toEqual({ fixed: { a: 1 }, weight: 10 });
    expect(plain.fixed).toBe(tree.fixed);
  });

  test('the rest follows the other weights', () => {
    const tree = treeOf([weight, restOf([weight, 5])]);
    expect(evaluateTree(tree, { values: new Map([['reviews.v2.weight', 30]]) })).toEqual([30, 65]);
    expect(restOf([20, 30])).toBe(50);
  });
});

test('visitExpressions gives every expression with its path', () => {
  const found: string[] = [];
  visitExpressions(treeOf({ spec: { http: [{ weight }] }, name: `a-${tag}` }), (expression, path) =>
    found.push(`${path.join('.')}=${expression._kind}`),
  );
  expect(found).toEqual(['spec.http.0.weight=parameter', 'name=text']);
});
