import { type ParametricManifest, treeOf } from '../../lib/manifest/tree';
import type { Output, OutputFile, OutputInput } from '../../lib/output/output';
import { Condition } from '../../lib/parameters/condition';
import type { Environment } from '../../lib/parameters/environment';
import { Parameter } from '../../lib/parameters/parameter';
import { restOf } from '../../lib/parameters/rest';

export const manifest = (object: unknown, when?: Condition): ParametricManifest => ({
  object: treeOf(object) as unknown as ParametricManifest['object'],
  when,
  origin: { construct: 'shop/review' },
});

export const environment = (name: string, values: { readonly [name: string]: unknown }): Environment => ({
  name,
  values: new Map(Object.entries(values)),
});

/** The files of an output by path. */
export function filesOf(output: Output, input: Omit<OutputInput, 'app'> & { readonly app?: string }): { readonly [path: string]: string } {
  const files: OutputFile[] = output.files({ app: 'shop', ...input });
  return Object.fromEntries(files.map(({ path, text }) => [path, text]));
}

const weight = Parameter.percent('review.v2.weight', { defaultValue: 0, description: 'Share of requests that v2 takes.' });
const tag = Parameter.imageTag('review.v2.tag', { defaultValue: '2.0.0' });
const replicas = Parameter.integer('review.v2.replicas', { defaultValue: 1, min: 0 });
const budget = Parameter.boolean('review.budget', { defaultValue: false });

/** A version and a split, small enough to be read whole. */
export const small: ParametricManifest[] = [
  manifest({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'review-v2', namespace: 'shop' },
    spec: { replicas, template: { spec: { containers: [{ name: 'review', image: `shop/review:${tag}` }] } } },
  }),
  manifest({
    apiVersion: 'networking.istio.io/v1',
    kind: 'VirtualService',
    metadata: { name: 'review', namespace: 'shop' },
    spec: { http: [{ route: [{ weight: restOf([weight]) }, { weight }] }] },
  }),
  manifest(
    { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata: { name: 'review', namespace: 'shop' }, spec: { minAvailable: 1 } },
    Condition.isTrue(budget),
  ),
];
