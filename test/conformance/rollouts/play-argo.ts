import type { KubeObject } from '../harness/kube';
import { wait } from '../harness/process';
import { applyAll } from '../harness/release';
import { type Rollout, rolloutPath } from '../harness/rollouts';
import { act, type Play, setImage } from './argo-act';
import { Recorder, type Standing } from './argo-recorder';
import type { ArgoSummary } from './argo-summary';
import type { RolloutCase } from './case';
import { measures, type Now } from './stand-ins';
import { Steering } from './steer';

interface AnalysisRun extends KubeObject {
  status?: { metricResults?: { successful?: number; failed?: number; inconclusive?: number; error?: number }[] };
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
  const recorder = new Recorder(kube, name, wanted.rests);
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
