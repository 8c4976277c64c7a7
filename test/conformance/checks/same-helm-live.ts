import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type App, plainFolder } from '../harness/apps';
import { type Check, type Context, equal, none, refused } from '../harness/check';
import type { Cluster } from '../harness/cluster';
import { type Helm, helm, valuesOf } from '../harness/helm';
import type { KubeObject } from '../harness/kube';
import { identity } from '../harness/objects';
import { inParallel, temporaryFolder, wait } from '../harness/process';
import { versions } from '../harness/versions';
import { readObjects } from '../harness/yaml';

/** Which of the objects the cluster does not have. */
async function missing({ kube }: Cluster, objects: readonly KubeObject[]): Promise<string[]> {
  const found = await Promise.all(objects.map(async (object) => kube.find(await kube.pathOf(object))));
  return objects.filter((_, i) => !found[i]).map(identity);
}

/** The chart without its Services: what an upgrade with it takes away. */
function withoutServices(chart: string): string {
  const copy = join(temporaryFolder('chart'), 'helm');
  cpSync(chart, copy, { recursive: true });
  for (const file of readdirSync(join(copy, 'templates')).filter((name) => name.startsWith('service-')))
    rmSync(join(copy, 'templates', file));
  return copy;
}

async function live(context: Context, cluster: Cluster, app: App, program: Helm, withFault: boolean): Promise<void> {
  const chart = join(app.folder, 'helm');
  const [first = '', second = first] = app.environments;
  // the chart has its Namespaces, if any, itself; helm keeps its notes of the release in another one
  const run = (...args: string[]) => helm(program, [...args, '--namespace', 'default'], { KUBECONFIG: cluster.kubeconfig });
  const has = async (what: string, environment: string) =>
    none(
      context,
      `${app.name}: ${program} ${what}: everything of ${environment} is there`,
      await missing(cluster, readObjects(plainFolder(app, environment))),
    );
  const objects = app.environments.flatMap((environment) => readObjects(plainFolder(app, environment)));
  const own = new Set(objects.filter((object) => object.kind === 'Namespace').map((object) => object.metadata.name));
  const others = new Set(objects.flatMap((object) => object.metadata.namespace ?? []).filter((name) => !own.has(name)));
  for (const name of others) await cluster.kube.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
  const gone = async (name: string) => {
    while (await cluster.kube.find(`/api/v1/namespaces/${name}`)) await wait(100);
  };
  for (const name of own)
    await cluster.kube.delete(`/api/v1/namespaces/${name}`).then(
      () => gone(name),
      () => undefined,
    ); // another check may have left it
  const results: boolean[] = [];
  await run('install', app.name, chart, ...valuesOf(app, first));
  results.push(await has('install', first));
  if (withFault) {
    await run('upgrade', app.name, withoutServices(chart), ...valuesOf(app, first));
    refused(context, 'a chart without its Services', await missing(cluster, readObjects(plainFolder(app, first))), /^v1 Service /);
  }
  await run('upgrade', app.name, chart, ...valuesOf(app, second));
  results.push(await has('upgrade', second));
  await run('rollback', app.name, '1');
  results.push(await has('rollback', first));
  await run('uninstall', app.name, '--wait');
  const left = readObjects(plainFolder(app, first)).filter((object) => object.kind !== 'Namespace');
  results.push(equal(context, `${app.name}: ${program} uninstall: nothing is left`, (await missing(cluster, left)).length, left.length));
  for (const name of own) await gone(name);
  const version = program === 'helm3' ? versions.helm3 : versions.helm4;
  context.verified({
    strategy: `app ${app.name}`,
    program: program.replace('helm', 'helm '),
    version,
    shown: 'install, upgrade, rollback, uninstall',
    passed: results.every(Boolean),
  });
}

export const check: Check = {
  name: 'same-helm-live',
  title: 'helm 3 and helm 4 install, upgrade, roll back and uninstall every chart on a cluster',
  needs: ['cluster', 'helm3', 'helm4'],
  async run(context) {
    const cluster = await context.cluster();
    const charts = context.apps.filter(({ folder }) => existsSync(join(folder, 'helm')));
    // a namespace takes a quarter of a minute to go, whatever is in it
    await inParallel(charts, 3, async (app) => {
      for (const program of ['helm3', 'helm4'] as const)
        await live(context, cluster, app, program, app === charts[0] && program === 'helm4');
    });
  },
};
