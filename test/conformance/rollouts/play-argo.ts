import type { ArgoPlan } from '../../../lib/model/plan';
import type { Scenario, ScenarioEvent } from '../../../lib/simulate/rollouts/scenario/scenario';
import type { Controllers } from '../harness/check';
import type { VirtualService } from '../harness/course';
import type { KubeObject } from '../harness/kube';
import { wait } from '../harness/process';
import { applyAll } from '../harness/release';
import { type Rollout, rolloutPath } from '../harness/rollouts';
import type { ArgoSummary } from './argo-summary';
import type { RolloutCase } from './case';
import { measures, type Now } from './stand-ins';
import { Steering } from './steer';

export interface ReplicaSet extends KubeObject {
  spec: { replicas?: number; template: { spec: { containers: { image: string }[] } } };
}

interface AnalysisRun extends KubeObject {
  status?: { metricResults?: { successful?: number; failed?: number; inconclusive?: number; error?: number }[] };
}

interface Play {
  readonly controllers: Controllers;
  readonly name: string;
  readonly plan: ArgoPlan;
  readonly scenario: Scenario;
}

/** Where a Rollout is to be before the next event happens, as foretold. */
export interface Standing {
  readonly phase: string;
  readonly index: number | undefined;
  readonly pods: string;
}

/** Records what a Rollout goes through. */
class Recorder {
  readonly phases: string[] = [];
  readonly weights: string[] = [];
  readonly rests: string[] = [];
  message = '';
  index: number | undefined;
  private readonly sizes = new Map<string, number>();
  private readonly stops: (() => void)[];

  constructor({ controllers: { cluster }, name }: Play) {
    const { kube } = cluster;
    const put = (list: string[], text: string) => {
      if (list.at(-1) !== text) list.push(text);
    };
    this.stops = [
      kube.watch<ReplicaSet>(`/apis/apps/v1/namespaces/${name}/replicasets`, (type, set) => {
        if (set.metadata.ownerReferences?.[0]?.kind !== 'Rollout') return;
        const tag = set.spec.template.spec.containers[0]?.image.split(':')[1] ?? '1';
        this.sizes.set(tag, type === 'DELETED' ? 0 : (set.spec.replicas ?? 0));
      }),
      kube.watch<VirtualService>(`/apis/networking.istio.io/v1/namespaces/${name}/virtualservices`, (_, { spec }) => {
        const route = spec.http?.find((one) => one.name === 'primary')?.route ?? [];
        put(this.weights, route.map((one) => one.weight ?? 0).join('/'));
      }),
      kube.watch<Rollout>(`/apis/argoproj.io/v1alpha1/namespaces/${name}/rollouts`, (_, { status }) => {
        if (!status?.phase) return;
        this.message = status.message ?? '';
        this.index = status.currentStepIndex;
        const before = this.phases.at(-1);
        put(this.phases, status.phase);
        if (status.phase === 'Paused' && before !== 'Paused')
          void wait(700).then(() => put(this.rests, `${status.currentStepIndex ?? '-'}: ${this.pods}`));
      }),
    ];
  }

  /** Pods wanted, oldest version first. */
  get pods(): string {
    return [...this.sizes]
      .sort(([a], [b]) => Number(a) - Number(b))
      .map(([, size]) => size)
      .join('/');
  }

  /** Waits until the rollout stands there. */
  async reaches({ phase, index, pods }: Standing): Promise<void> {
    const end = Date.now() + 30_000;
    while ((this.phases.at(-1) !== phase || this.index !== index || this.pods !== pods) && Date.now() < end) await wait(100);
    await wait(1000);
  }

  stop(): void {
    for (const stop of this.stops) stop();
  }
}

/** Plays a rollout on the real Argo Rollouts until it is what is wanted and stays so, or until it should long have been. */
export async function playArgo(
  play: Play,
  one: RolloutCase,
  wanted: ArgoSummary,
  standings: readonly (Standing | undefined)[],
  seconds: number,
): Promise<ArgoSummary> {
  const { name, scenario } = play;
  const { cluster, prometheus } = play.controllers;
  const { kube } = cluster;
  const now: Now = { tick: 0, t: 0, weight: 0, version: 'new' };
  prometheus.answers.set(name, measures(scenario, now));
  const recorder = new Recorder(play);
  const steering = one.steered ? new Steering(kube, name, scenario) : undefined;
  const began = { at: Number.POSITIVE_INFINITY };
  const pulse = setInterval(() => {
    now.t = Math.max(0, (Date.now() - began.at) / 1000);
    void steering?.at(now.t);
  }, 200);
  await applyAll(cluster, JSON.parse(JSON.stringify(one.objects).replaceAll('http://prometheus.test', `${prometheus.url}/${name}`)));
  if (wanted.end !== 'InvalidSpec') {
    await kube.until<Rollout>(
      rolloutPath(name, 'web'),
      ({ metadata, status }) => status?.phase === 'Healthy' && status.observedGeneration === String(metadata.generation),
      60,
    );
    await wait(1000);
    recorder.phases.length = 0;
    began.at = Date.now();
    if (scenario.change.image) await setImage(play, 2);
    for (const [i, event] of scenario.events.entries()) {
      const standing = standings[i];
      if (standing) await recorder.reaches(standing);
      if ('t' in event.at) await wait(Math.max(0, event.at.t * 1000 - (Date.now() - began.at)));
      await act(play, event);
    }
  }
  const summary = () => summarize(play, recorder);
  const end = Date.now() + (seconds + 45) * 1000;
  let seen = await summary();
  while (JSON.stringify(seen) !== JSON.stringify(wanted) && Date.now() < end) {
    await wait(300);
    seen = await summary();
  }
  await wait(1500);
  clearInterval(pulse);
  seen = await summary();
  recorder.stop();
  return seen;
}

async function summarize({ controllers: { cluster }, name, plan }: Play, recorder: Recorder): Promise<ArgoSummary> {
  const runs = await cluster.kube.list<AnalysisRun>(`/apis/argoproj.io/v1alpha1/namespaces/${name}/analysisruns`);
  const results = runs.flatMap((run) => run.status?.metricResults ?? []);
  const count = (key: 'successful' | 'failed' | 'inconclusive' | 'error') => results.reduce((sum, one) => sum + (one[key] ?? 0), 0);
  const invalid = recorder.message.startsWith('InvalidSpec');
  const [first, ...phases] = recorder.phases;
  return {
    phases: invalid ? [] : first === undefined || first === 'Healthy' ? phases : [first, ...phases],
    weights: plan.strategy.kind === 'canary' && plan.strategy.traffic && !invalid ? recorder.weights : [],
    rests: recorder.rests,
    pods: invalid ? '' : recorder.pods,
    end: invalid ? 'InvalidSpec' : recorder.message.replace(/ReplicaSet "[^"]+"( \(\w+\))?/, 'ReplicaSet'),
    checks: { failed: count('failed'), inconclusive: count('inconclusive'), error: count('error') },
  };
}

const setImage = ({ controllers: { cluster }, name }: Play, tag: number) =>
  cluster.kube.patch(rolloutPath(name, 'web'), [{ op: 'replace', path: '/spec/template/spec/containers/0/image', value: `app:${tag}` }]);

/** What `kubectl argo rollouts` does, and what a person does with kubectl. */
async function act(play: Play, { action, replicas }: ScenarioEvent): Promise<void> {
  const { kube } = play.controllers.cluster;
  const path = rolloutPath(play.name, 'web');
  const status = (patch: object) => kube.merge(`${path}/status`, { status: patch });
  if (action === 'release') await setImage(play, 3);
  else if (action === 'restore') await setImage(play, 1);
  else if (action === 'scale') await kube.merge(path, { spec: { replicas } });
  else if (action === 'abort') await status({ abort: true });
  else if (action === 'retry') await status({ abort: false });
  else if (action === 'promoteFull') await status({ promoteFull: true });
  else if (action === 'promote') {
    const { status: before } = await kube.get<Rollout>(path);
    const { pauseConditions = [], currentStepIndex = 0 } = before ?? {};
    const byStep = play.plan.strategy.kind === 'canary' && currentStepIndex < play.plan.strategy.steps.length;
    if (byStep && pauseConditions.some(({ reason }) => reason === 'InconclusiveAnalysisRun'))
      await status({ controllerPause: false, pauseConditions: null, currentStepIndex: currentStepIndex + 1 });
    else await status({ pauseConditions: null, ...(byStep && pauseConditions.length === 0 && { currentStepIndex: currentStepIndex + 1 }) });
  } else throw new Error(`${action} cannot be done to a Rollout`);
}
