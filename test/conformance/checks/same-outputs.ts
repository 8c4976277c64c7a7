import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type App, plainFolder } from '../harness/apps';
import { type Check, type Context, none, refused } from '../harness/check';
import { helmTemplate } from '../harness/helm';
import type { KubeObject } from '../harness/kube';
import { compareSets } from '../harness/objects';
import { must } from '../harness/process';
import { binary } from '../harness/programs';
import { versions } from '../harness/versions';
import { parseObjects, readObjects } from '../harness/yaml';

/** The overlay, or what Argo CD builds. */
async function kustomizeBuild(...path: string[]): Promise<KubeObject[]> {
  const overlay = join(...path);
  return parseObjects(await must(await binary('kustomize'), ['build', overlay]), `kustomize build ${overlay}`);
}

/** The objects without the annotation that tells Argo CD in which order to apply them. */
const withoutWaves = (objects: readonly KubeObject[]) =>
  objects.map((object) => {
    const { 'argocd.argoproj.io/sync-wave': _, ...annotations } = object.metadata.annotations ?? {};
    const { annotations: __, ...metadata } = object.metadata;
    return { ...object, metadata: Object.keys(annotations).length ? { ...metadata, annotations } : metadata };
  });

/** Each other output of an environment, by the program that reads it. */
const OUTPUTS: readonly {
  folder: string;
  program: string;
  version: string;
  objects: (app: App, environment: string) => Promise<KubeObject[]>;
}[] = [
  { folder: 'helm', program: 'helm 3', version: versions.helm3, objects: (app, environment) => helmTemplate('helm3', app, environment) },
  { folder: 'helm', program: 'helm 4', version: versions.helm4, objects: (app, environment) => helmTemplate('helm4', app, environment) },
  {
    folder: 'kustomize',
    program: 'kustomize',
    version: versions.kustomize,
    objects: (app, environment) => kustomizeBuild(app.folder, 'kustomize', 'overlays', environment),
  },
  {
    folder: 'gitops/argo-cd',
    program: 'kustomize, as Argo CD',
    version: versions.kustomize,
    objects: (app, environment) => kustomizeBuild(app.folder, 'gitops', 'argo-cd', environment).then(withoutWaves),
  },
];

async function compare(context: Context, app: App, environment: string): Promise<void> {
  const plain = readObjects(plainFolder(app, environment));
  context.expect(`${app.name}/${environment} has objects`, plain.length > 0);
  for (const { folder, program, version, objects } of OUTPUTS) {
    if (!existsSync(join(app.folder, folder))) continue;
    const problems = await objects(app, environment).then(
      (other) => compareSets(plain, other),
      (error: Error) => [error.message],
    );
    const passed = none(context, `${app.name}/${environment}: plain = ${program}`, problems);
    context.verified({ strategy: `app ${app.name}`, program, version, shown: 'same objects as plain YAML', passed });
  }
}

export const check: Check = {
  name: 'same-outputs',
  title: 'plain YAML, helm 3, helm 4 and kustomize give the same objects in every environment',
  needs: ['helm3', 'helm4', 'kustomize'],
  async run(context) {
    const [one] = parseObjects('{ apiVersion: v1, kind: Service, metadata: { name: web }, spec: { ports: [{ port: 80 }] } }', 'one');
    const [other] = parseObjects('{ apiVersion: v1, kind: Service, metadata: { name: web }, spec: { ports: [{ port: "80" }] } }', 'other');
    if (one && other) {
      none(context, 'an object and itself', compareSets([one], [structuredClone(one)]));
      refused(context, 'a number that became a text', compareSets([one], [other]), /port: 80 \/ "80"/);
      refused(context, 'an object that is missing', compareSets([one], []), /only in the first/);
    }
    for (const app of context.apps) for (const environment of app.environments) await compare(context, app, environment);
  },
};
