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

const namespacePath = (name: string) => `/api/v1/namespaces/${name}`;

async function untilGone({ kube }: Cluster, names: ReadonlySet<string>): Promise<void> {
  for (const name of names) while (await kube.find(namespacePath(name))) await wait(100);
}

async function removeNamespaces(cluster: Cluster, names: ReadonlySet<string>): Promise<void> {
  const { kube } = cluster;
  const there = await Promise.all([...names].map((name) => kube.find(namespacePath(name))));
  await Promise.all(there.flatMap((one) => (one ? [kube.delete(namespacePath(one.metadata.name))] : [])));
  await untilGone(cluster, names);
}

/** Argo Rollouts writes into the selectors of Services: server-side apply, which helm 4 uses unless told otherwise, refuses the next upgrade then. */
const howToApply = (program: Helm, objects: readonly KubeObject[]) =>
  program === 'helm4' && objects.some(({ kind }) => kind === 'Rollout') ? ['--server-side=false'] : [];

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
  const apply = (...args: string[]) => run(...args, ...howToApply(program, objects));
  const own = new Set(objects.filter((object) => object.kind === 'Namespace').map((object) => object.metadata.name));
  const others = new Set(objects.flatMap((object) => object.metadata.namespace ?? []).filter((name) => !own.has(name)));
  for (const name of others) await cluster.kube.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
  await removeNamespaces(cluster, own); // another check may have left them
  const results: boolean[] = [];
  await apply('install', app.name, chart, ...valuesOf(app, first));
  results.push(await has('install', first));
  if (withFault) {
    await apply('upgrade', app.name, withoutServices(chart), ...valuesOf(app, first));
    refused(context, 'a chart without its Services', await missing(cluster, readObjects(plainFolder(app, first))), /^v1 Service /);
  }
  await apply('upgrade', app.name, chart, ...valuesOf(app, second));
  results.push(await has('upgrade', second));
  await apply('rollback', app.name, '1');
  results.push(await has('rollback', first));
  await run('uninstall', app.name, '--wait');
  const left = readObjects(plainFolder(app, first)).filter((object) => object.kind !== 'Namespace');
  results.push(equal(context, `${app.name}: ${program} uninstall: nothing is left`, (await missing(cluster, left)).length, left.length));
  await untilGone(cluster, own);
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
    // it takes five seconds and more until a namespace goes
    await inParallel(charts, 4, async (app) => {
      for (const program of ['helm3', 'helm4'] as const) {
        const withFault = app === charts[0] && program === 'helm4';
        await live(context, cluster, app, program, withFault).catch((error: Error) =>
          context.expect(`${app.name}: ${program} installs, upgrades, rolls back and uninstalls it`, false, error.message),
        );
      }
    });
  },
};
