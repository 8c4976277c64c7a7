import type { VirtualService } from '../harness/course';
import type { Kube, KubeObject } from '../harness/kube';
import { wait } from '../harness/process';
import type { Rollout } from '../harness/rollouts';

export interface ReplicaSet extends KubeObject {
  spec: { replicas?: number; template: { spec: { containers: { image: string }[] } } };
}

/** Where a Rollout is to be before the next event happens, as foretold. */
export interface Standing {
  readonly phase: string;
  readonly index: number | undefined;
  readonly pods: string;
}

/** Records what a Rollout goes through. */
export class Recorder {
  readonly phases: string[] = [];
  readonly weights: string[] = [];
  message = '';
  index: number | undefined;
  private readonly pauses: string[] = [];
  private readonly sizes = new Map<string, number>();
  private readonly stops: (() => void)[];

  /** `wanted` is what was foretold of its rests: what is not so yet may become so while it is paused. */
  constructor(
    kube: Kube,
    name: string,
    private readonly wanted: readonly string[],
  ) {
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
        if (status.phase === 'Paused' && before !== 'Paused') void this.rest(status.currentStepIndex);
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

  /** At each pause: the step's index, and the pods wanted of each version. */
  get rests(): string[] {
    return this.pauses.filter((rest, i) => rest !== this.pauses[i - 1]);
  }

  /** Notes how many pods are wanted when nothing changes any more, or when the pause is over. */
  private async rest(index: number | undefined): Promise<void> {
    const nth = this.pauses.push('') - 1;
    let since = Date.now();
    for (const end = since + 10_000; this.phases.at(-1) === 'Paused' && this.index === index; await wait(50)) {
      const text = `${index ?? '-'}: ${this.pods}`;
      if (text !== this.pauses[nth]) since = Date.now();
      this.pauses[nth] = text;
      if (Date.now() - since > 700 && (this.wanted.includes(text) || Date.now() > end)) return;
    }
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
