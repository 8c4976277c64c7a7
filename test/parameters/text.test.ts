import { evaluateTree, treeOf } from '../../lib/manifest/tree';
import { Parameter } from '../../lib/parameters/parameter';

const replicas = Parameter.integer('replicas', { defaultValue: 3 });
const tag = Parameter.imageTag('tag', { defaultValue: '2.0' });
const plain = (value: unknown) => evaluateTree(treeOf(value), { values: new Map() });

test('a parameter keeps its type as a value, and becomes text inside a string', () => {
  expect(plain({ value: replicas, text: `${replicas}`, image: `shop/web:${tag}`, tag: `${tag}` })).toEqual({
    value: 3,
    text: '3',
    image: 'shop/web:2.0',
    tag: '2.0',
  });
});

test('the placeholder of a value stands for the value', () => {
  expect(plain({ value: replicas._placeholder() })).toEqual({ value: 3 });
});
