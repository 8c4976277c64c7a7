import fc from 'fast-check';
import { fieldPathText } from '../../../lib/check/finding';
import { validateSchema } from '../../../lib/check/schema/validate';
import { brokenObjects, objects, type Sample } from '../../check/schema/samples';
import { type Check, none, refused } from '../harness/check';
import type { Cluster } from '../harness/cluster';
import type { KubeObject } from '../harness/kube';
import { versions } from '../harness/versions';

/** What the API server says of an object that it is asked to create, strictly and without doing it; nothing when it would. */
async function refusal({ kube }: Cluster, object: Sample): Promise<string | undefined> {
  try {
    const collection = (await kube.pathOf(object as unknown as KubeObject)).replace(/\/[^/]*$/, '');
    await kube.request('POST', `${collection}?dryRun=All&fieldValidation=Strict`, object);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/** Where the API server and the schemas differ. Of built-in kinds the API server asks more than their schemas say. */
async function differences(cluster: Cluster, samples: readonly Sample[], validate = validateSchema): Promise<string[]> {
  const found: string[] = [];
  for (const object of samples) {
    const ours = validate(object).map((one) => `${fieldPathText(one.path)}: ${one.message}`);
    const theirs = await refusal(cluster, object);
    const isBuiltin = !object.apiVersion.split('/')[0].includes('.');
    if (ours.length > 0 ? theirs !== undefined : theirs === undefined || isBuiltin) continue;
    found.push(`${JSON.stringify(object)}\n  schemas: ${ours.join('; ') || 'nothing'}\n  API server: ${theirs ?? 'nothing'}`);
  }
  return found;
}

export const check: Check = {
  name: 'schemas-agree',
  title: 'what the schemas say of objects broken at random is what the API server says',
  needs: ['cluster'],
  async run(context) {
    const cluster = await context.cluster();
    none(context, `${objects.length} right objects`, await differences(cluster, objects));
    const samples = fc.sample(brokenObjects, { numRuns: 600, seed: 7 }).filter(({ metadata }) => metadata?.name === 'a');
    const broken = objects.filter(({ kind }) => kind === 'VirtualService').map((one) => ({ ...one, spec: { hosts: 1 } }));
    refused(
      context,
      'schemas that say nothing',
      await differences(cluster, broken.slice(0, 1), () => []),
      /schemas: nothing\n +API server: .*hosts/,
    );
    const strict = (): ReturnType<typeof validateSchema> => [{ path: ['spec'], keyword: 'type', message: 'is forbidden' }];
    refused(
      context,
      'schemas that forbid what is right',
      await differences(cluster, objects.slice(0, 1), strict),
      /forbidden\n +API server: nothing/,
    );
    const passed = none(context, `${samples.length} broken objects`, await differences(cluster, samples));
    context.verified({
      strategy: 'schemas',
      program: 'kube-apiserver',
      version: versions.kubernetes,
      shown: 'same verdict on broken objects',
      passed,
    });
  },
};
