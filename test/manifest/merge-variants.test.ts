import { mergeVariants } from '../../lib/manifest/merge-variants';
import type { ParametricManifest } from '../../lib/manifest/tree';
import { Condition } from '../../lib/parameters/condition';
import { Parameter } from '../../lib/parameters/parameter';

const current = Parameter.choice('shop.current', { defaultValue: 'v1', choices: ['v1', 'v2'] });
const enable = Parameter.boolean('canary.enable', { defaultValue: false });

function budget(max: number, when?: Condition): ParametricManifest {
  const object = { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata: { name: 'shop' }, spec: { maxUnavailable: max } };
  return { object, origin: { construct: 'shop' }, ...(when ? { when } : {}) };
}

const chosen = (version: string) => Condition.isChosen(current, version);
const on = Condition.isTrue(enable);

describe('mergeVariants', () => {
  test('equal variants that cover a choice exist once, without it', () => {
    expect(mergeVariants([budget(1, chosen('v1')), budget(1, chosen('v2'))])).toEqual([budget(1)]);
  });

  test('a switch around the choice stays', () => {
    const [only, ...others] = mergeVariants([budget(1, on.and(chosen('v1'))), budget(1, on.and(chosen('v2')))]);
    expect(others).toEqual([]);
    expect(only?.when?._term).toEqual(on._term);
  });

  test('on and off of one switch merge, also after the choices did', () => {
    const all = [on, on.not()].flatMap((side) => ['v1', 'v2'].map((version) => budget(1, side.and(chosen(version)))));
    expect(mergeVariants(all)).toEqual([budget(1)]);
  });

  test.each([
    ['a value is missing', [budget(1, chosen('v1'))]],
    ['they differ', [budget(1, chosen('v1')), budget(2, chosen('v2'))]],
    ['something else tells them apart too', [budget(1, on.and(chosen('v1'))), budget(1, on.not().and(chosen('v2')))]],
  ])('nothing merges when %s', (_, manifests) => {
    expect(mergeVariants(manifests)).toEqual(manifests);
  });
});
