import { isDeepStrictEqual } from 'node:util';
import type { FlaggerPlan } from '../../../lib/model/plan';
import type { Scenario, ScenarioEvent } from '../../../lib/simulate/rollouts/scenario/scenario';
import type { Controllers } from '../harness/check';
import type { Deployment, VirtualService } from '../harness/course';
import { advance, type Canary, canaryPath, inPhase } from '../harness/flagger';
import { wait } from '../harness/process';
import { kubectlApply } from '../harness/release';
import type { RolloutCase } from './case';
import { answers, measures, type Now } from './stand-ins';
import { Steering } from './steer';

/** Milliseconds that a look takes at least: Flagger starts a new job, which looks at once, about 200 ms after its interval changed. */
const QUICK = 500;
/** Milliseconds that are waited where a look is expected to change nothing, and at most where it is expected to change something. */
const SLOW = 1200;
const LIMIT = 5000;

/** What a look left behind. */
export interface FlaggerRow {
  readonly phase: string;
  readonly weights: string;
  readonly status: string;
  readonly replicas: string;
}

/** Plays a canary on the real Flagger, look by look; for what is wanted of a look is waited, as the machine may be slow. */
export async function playFlagger(
  controllers: Controllers,
  { name, objects, steered }: RolloutCase,
  plan: FlaggerPlan,
  scenario: Scenario,
  looks: number,
  pace = PACE,
): Promise<FlaggerRow[]> {
  const { cluster, prometheus, webhooks } = controllers;
  const { kube } = cluster;
  const now: Now = { tick: 0, t: 0, weight: 0, version: 'new' };
  for (const { name: hook, type } of plan.analysis.webhooks) webhooks.answers.set(`${name}/${hook}`, answers(scenario, now, hook, type));
  const target = `/apis/apps/v1/namespaces/${name}/deployments/web`;
  const steering = steered ? new Steering(kube, name, scenario) : undefined;
  prometheus.answers.set(name, () => 100);
  const ours = JSON.parse(
    JSON.stringify(objects)
      .replaceAll('http://prometheus.test', `${prometheus.url}/${name}`)
      .replaceAll('http://webhooks.test', `${webhooks.url}/${name}`),
  );
  await kubectlApply(cluster, ours);
  const ready = steering ? setInterval(() => void steering.at(0), 150) : undefined;
  await advance(cluster, name, 'web', inPhase('Initialized'), { pace: 500, seconds: 60 });
  await wait(SLOW);
  clearInterval(ready);
  prometheus.answers.set(name, measures(scenario, now, plan.provider !== 'istio'));
  await change(controllers, name, scenario, now);
  const rows: FlaggerRow[] = [];
  for (let tick = 1; tick <= wanted.length; tick++) {
    now.tick = tick;
    now.t = tick * plan.analysis.interval;
    for (const event of scenario.events.filter((one) => 'tick' in one.at && one.at.tick === tick)) await act(controllers, name, event, now);
    for (let round = 0; steering && round < 4; round++) {
      await steering.at(now.t);
      await wait(200);
    }
    await atRest(controllers, name, steered ? 0 : LIMIT);
    const canary = await kube.find<Canary>(canaryPath(name, 'web'));
    if (canary)
      await kube.merge(canaryPath(name, 'web'), {
        spec: { analysis: { interval: canary.spec.analysis.interval === '600s' ? '601s' : '600s' } },
      });
    const row = await seen(controllers, name, plan, wanted[tick - 1], rows.at(-1));
    now.weight = Number(row.weights.split('/')[1] ?? 0);
    rows.push(row);
  }
  await kube.delete(target).catch(() => undefined);
  return rows;
}

async function change(
  { cluster }: Controllers,
  namespace: string,
  { change: { image, config, replicas } }: Scenario,
  now: Now,
): Promise<void> {
  const target = `/apis/apps/v1/namespaces/${namespace}/deployments/web`;
  if (image) await setImage(cluster, namespace, 2);
  if (replicas !== undefined) await cluster.kube.merge(target, { spec: { replicas } });
  if (config) await cluster.kube.merge(`/api/v1/namespaces/${namespace}/configmaps/web`, { data: { changed: 'yes' } });
  now.version = 'new';
}

const setImage = (cluster: Controllers['cluster'], namespace: string, tag: number) =>
  cluster.kube.patch(`/apis/apps/v1/namespaces/${namespace}/deployments/web`, [
    { op: 'replace', path: '/spec/template/spec/containers/0/image', value: `app:${tag}` },
  ]);

async function act({ cluster }: Controllers, namespace: string, event: ScenarioEvent, now: Now): Promise<void> {
  const { kube } = cluster;
  const canary = canaryPath(namespace, 'web');
  if (event.action === 'release') {
    await setImage(cluster, namespace, 3);
    now.version = 'newer';
  } else if (event.action === 'restore') {
    await setImage(cluster, namespace, 1);
    now.version = 'old';
  } else if (event.action === 'scale')
    await kube.merge(`/apis/apps/v1/namespaces/${namespace}/deployments/web`, { spec: { replicas: event.replicas } });
  else if (event.action === 'suspend' || event.action === 'resume')
    await kube.merge(canary, { spec: { suspend: event.action === 'suspend' } });
  else if (event.action === 'delete') await kube.delete(canary);
  else throw new Error(`${event.action} cannot be done to a Canary`);
  await wait(500);
}

async function rowOf({ cluster: { kube } }: Controllers, namespace: string, plan: FlaggerPlan): Promise<FlaggerRow> {
  const { status } = (await kube.find<Canary>(canaryPath(namespace, 'web'))) ?? {};
  const service = await kube.find<VirtualService>(`/apis/networking.istio.io/v1/namespaces/${namespace}/virtualservices/web`);
  // With matches the first route is theirs; with a session cookie the first is for those who have it.
  const rules = service?.spec.http ?? [];
  const rule = plan.analysis.affinityCookie && rules.length > 1 ? rules[1] : rules[0];
  const weight = (end: string) => rule?.route?.find((one) => one.destination.host === `web-${end}`)?.weight ?? 0;
  const mirrored = rule?.mirror ? ' mirrored' : '';
  const size = async (name: string) =>
    (await kube.find<Deployment>(`/apis/apps/v1/namespaces/${namespace}/deployments/${name}`))?.spec.replicas ?? 0;
  return {
    phase: status?.phase ?? 'Terminated',
    weights: plan.provider === 'kubernetes' ? '100/0' : `${weight('primary')}/${weight('canary')}${mirrored}`,
    status: `weight ${status?.canaryWeight ?? 0}, failed ${status?.failedChecks ?? 0}, iterations ${status?.iterations ?? 0}`,
    replicas: `${await size('web-primary')}/${await size('web')}`,
  };
}
