import type { PodBehaviour, Scenario, VersionName } from '../../../lib/simulate/rollouts/scenario/scenario';
import type { Kube, KubeObject } from '../harness/kube';

interface Pod extends KubeObject {
  spec: { containers: { image: string }[] };
  status?: { podIP?: string; conditions?: { type: string; status: string }[] };
}

const VERSIONS: readonly VersionName[] = ['old', 'new', 'newer'];

/** Plays the readiness of pods that carry `fake/ready: "false"`, as a scenario says. */
export class Steering {
  private readonly seen = new Map<string, { since: number; nth: number }>();
  private readonly made = new Map<string, number>();
  private now = 0;

  constructor(
    private readonly kube: Kube,
    private readonly namespace: string,
    private readonly scenario: Scenario,
  ) {}

  /** Makes every pod as ready as it is at this moment of the scenario. A pod that is new at the first call for a moment was made before it. */
  async at(now: number): Promise<void> {
    const before = this.now;
    this.now = now;
    for (const pod of await this.kube.list<Pod>(`/api/v1/namespaces/${this.namespace}/pods`)) {
      if (pod.metadata.deletionTimestamp || !pod.status?.podIP) continue;
      const ready = this.ready(pod, now, before);
      if ((pod.status.conditions?.find((one) => one.type === 'Ready')?.status === 'True') !== ready) await this.set(pod, ready);
    }
  }

  private ready(pod: Pod, now: number, before: number): boolean {
    const version = VERSIONS[Number(pod.spec.containers[0]?.image.split(':')[1] ?? 1) - 1] ?? 'old';
    const primary = (pod.metadata.labels?.app ?? '').endsWith('-primary');
    const behaviour: PodBehaviour = this.scenario.versions[version][primary ? 'primaryPods' : 'pods'];
    const uid = pod.metadata.uid ?? '';
    const owner = `${pod.metadata.ownerReferences?.[0]?.name}`;
    if (!this.seen.has(uid)) {
      const nth = this.made.get(owner) ?? 0;
      this.made.set(owner, nth + 1);
      this.seen.set(uid, { since: before, nth });
    }
    const { since, nth } = this.seen.get(uid) ?? { since: now, nth: 0 };
    const ever = Math.ceil((nth + 1) * behaviour.ready - 1e-9) > Math.ceil(nth * behaviour.ready - 1e-9);
    const late = version === 'old' || behaviour.readyAfter <= 1 ? 0 : behaviour.readyAfter;
    const down = behaviour.down.some((gap) => gap.from <= now && now < gap.to);
    return ever && !down && now >= since + late;
  }

  private async set(pod: Pod, ready: boolean): Promise<void> {
    const status = ready ? 'True' : 'False';
    const lastTransitionTime = new Date().toISOString().replace(/\.\d+/, '');
    const conditions = (pod.status?.conditions ?? []).map((one) =>
      /Ready$/.test(one.type) ? { ...one, status, lastTransitionTime } : one,
    );
    const path = `/api/v1/namespaces/${this.namespace}/pods/${pod.metadata.name}/status`;
    await this.kube.merge(path, { status: { conditions } }).catch(() => undefined); // it may be gone
  }
}
