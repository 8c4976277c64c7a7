import { isDeepStrictEqual } from 'node:util';
import type { FlaggerPlan } from '../../../lib/model/plan';
import type { Scenario, ScenarioEvent } from '../../../lib/simulate/rollouts/scenario/scenario';
import type { Controllers } from '../harness/check';
import type { Deployment } from '../harness/course';
import { advance, type Canary, canaryPath, inPhase } from '../harness/flagger';
import { wait } from '../harness/process';
import { applyAll } from '../harness/release';
import type { RolloutCase } from './case';
import { deploymentPath, type FlaggerRow, rowOf } from './flagger-row';
import { answers, measures, type Now } from './stand-ins';
import { Steering } from './steer';

/** Milliseconds that a look takes at least: Flagger starts a new job, which looks at once, about 200 ms after its interval changed. */
const QUICK = 500;
/** Milliseconds that are waited where a look is expected to change nothing, and at most where it is expected to change something. */
const SLOW = 1200;
const LIMIT = 9000;

interface Play {
  readonly controllers: Controllers;
  readonly name: string;
  readonly plan: FlaggerPlan;
  readonly scenario: Scenario;
}

/** Plays a canary on the real Flagger, look by look; what is wanted of a look is waited for, as the machine may be slow. */
export async function playFlagger(play: Play, one: RolloutCase, wanted: readonly FlaggerRow[]): Promise<FlaggerRow[]> {
  const { name, plan, scenario } = play;
  const { cluster, prometheus, webhooks } = play.controllers;
  const now: Now = { tick: 0, t: 0, weight: 0, version: 'new' };
  for (const { name: hook, type } of plan.analysis.webhooks) webhooks.answers.set(`${name}/${hook}`, answers(scenario, now, hook, type));
  const steering = one.steered ? new Steering(cluster.kube, name, scenario) : undefined;
  await begin(play, one, steering);
  prometheus.answers.set(name, measures(scenario, now, plan.provider !== 'istio'));
  await change(play);
  const rows: FlaggerRow[] = [];
  for (let tick = 1; tick <= wanted.length; tick++) {
    now.tick = tick;
    now.t = tick * plan.analysis.interval;
    for (const event of scenario.events.filter(({ at }) => 'tick' in at && at.tick === tick)) await act(play, event, now);
    for (let round = 0; steering && round < 6; round++) {
      await steering.at(now.t);
      await wait(250);
    }
    await atRest(play, steering ? 0 : LIMIT);
    await look(play);
    const row = await seen(play, wanted[tick - 1], rows.at(-1));
    now.weight = Number(row.weights.split('/')[1] ?? 0);
    rows.push(row);
  }
  return rows;
}

async function begin({ controllers, name }: Play, { objects }: RolloutCase, steering: Steering | undefined): Promise<void> {
  const { cluster, prometheus, webhooks } = controllers;
  prometheus.answers.set(name, () => 100);
  const text = JSON.stringify(objects).replaceAll('http://prometheus.test', `${prometheus.url}/${name}`);
  await applyAll(cluster, JSON.parse(text.replaceAll('http://webhooks.test', `${webhooks.url}/${name}`)));
  const ready = steering && setInterval(() => void steering.at(0), 150);
  await advance(cluster, name, 'web', inPhase('Initialized'), { pace: 700, seconds: 90 });
  await wait(SLOW);
  clearInterval(ready);
}

/** Makes Flagger look at once. */
async function look({ controllers: { cluster }, name }: Play): Promise<void> {
  const path = canaryPath(name, 'web');
  const canary = await cluster.kube.find<Canary>(path);
  if (canary)
    await cluster.kube.merge(path, { spec: { analysis: { interval: canary.spec.analysis.interval === '600s' ? '601s' : '600s' } } });
}

/** What a look left behind: as soon as it is what is wanted, or else after some time. */
async function seen(play: Play, wanted: FlaggerRow | undefined, before: FlaggerRow | undefined): Promise<FlaggerRow> {
  const end = Date.now() + LIMIT;
  await wait(isDeepStrictEqual(wanted, before) ? SLOW : QUICK);
  for (;;) {
    const row = await rowOf(play.controllers.cluster.kube, play.name, play.plan);
    if (isDeepStrictEqual(row, wanted) || Date.now() > end) return row;
    await wait(150);
  }
}

/** Waits until the Deployments have nothing more to do. */
async function atRest({ controllers: { cluster }, name }: Play, limit: number): Promise<void> {
  const end = Date.now() + limit;
  while (Date.now() < end) {
    const all = await cluster.kube.list<Deployment>(`/apis/apps/v1/namespaces/${name}/deployments`);
    const busy = all.filter(({ metadata, spec, status }) => {
      const { observedGeneration, replicas = 0, updatedReplicas = 0, availableReplicas = 0 } = status ?? {};
      return (
        observedGeneration !== metadata.generation ||
        [replicas, updatedReplicas, availableReplicas].some((count) => count !== spec.replicas)
      );
    });
    if (busy.length === 0) return;
    await wait(100);
  }
}

async function change({ controllers: { cluster }, name, scenario }: Play): Promise<void> {
  const { image, config, replicas } = scenario.change;
  if (image) await setImage(cluster, name, 2);
  if (replicas !== undefined) await cluster.kube.merge(deploymentPath(name), { spec: { replicas } });
  if (config) await cluster.kube.merge(`/api/v1/namespaces/${name}/configmaps/web`, { data: { changed: 'yes' } });
}

const setImage = (cluster: Controllers['cluster'], namespace: string, tag: number) =>
  cluster.kube.patch(deploymentPath(namespace), [{ op: 'replace', path: '/spec/template/spec/containers/0/image', value: `app:${tag}` }]);

async function act({ controllers: { cluster }, name }: Play, event: ScenarioEvent, now: Now): Promise<void> {
  const { kube } = cluster;
  const canary = canaryPath(name, 'web');
  if (event.action === 'release') {
    await setImage(cluster, name, 3);
    now.version = 'newer';
  } else if (event.action === 'restore') {
    await setImage(cluster, name, 1);
    now.version = 'old';
  } else if (event.action === 'scale') await kube.merge(deploymentPath(name), { spec: { replicas: event.replicas } });
  else if (event.action === 'suspend' || event.action === 'resume')
    await kube.merge(canary, { spec: { suspend: event.action === 'suspend' } });
  else if (event.action === 'delete') await kube.delete(canary);
  else throw new Error(`${event.action} cannot be done to a Canary`);
  await wait(QUICK);
}
