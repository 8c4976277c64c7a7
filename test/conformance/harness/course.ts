import type { Canary } from './flagger';
import type { Kube, KubeObject } from './kube';
import type { Rollout } from './rollouts';

interface Weighted {
  weight?: number;
}

/** A VirtualService, as far as weights are read from it. */
export interface VirtualService extends KubeObject {
  spec: {
    http?: {
      name?: string;
      match?: object[];
      mirror?: object;
      route?: (Weighted & { destination: { host: string; subset?: string } })[];
    }[];
  };
}

/** An HTTPRoute, as far as weights are read from it. */
export interface HttpRoute extends KubeObject {
  spec: { rules?: { backendRefs?: (Weighted & { name: string })[] }[] };
}

/** A Deployment, as far as its progress is read from it. */
export interface Deployment extends KubeObject {
  spec: { replicas?: number; selector: object; template: { metadata: KubeObject['metadata']; spec: { containers: { image: string }[] } } };
  status?: { observedGeneration?: number; replicas?: number; updatedReplicas?: number; availableReplicas?: number };
}

/** One thing that changed: when, what, and how it is from then on. */
export interface Entry {
  /** Seconds since the recording began. */
  readonly at: number;
  /** `Rollout web`. */
  readonly what: string;
  readonly state: string;
}

const slashes = (list: readonly Weighted[] = []) => list.map((one) => one.weight ?? '-').join('/');

// How each kind is put into words: rules apart by blanks, destinations by slashes, `-` where no weight is written.
const KINDS: Readonly<Record<string, (object: never) => string>> = {
  '/apis/networking.istio.io/v1/virtualservices': ({ spec }: VirtualService) =>
    (spec.http ?? []).map((rule) => slashes(rule.route)).join(' '),
  '/apis/gateway.networking.k8s.io/v1/httproutes': ({ spec }: HttpRoute) =>
    (spec.rules ?? []).map((rule) => slashes(rule.backendRefs)).join(' '),
  '/apis/argoproj.io/v1alpha1/rollouts': ({ status }: Rollout) =>
    [status?.phase ?? '-', `step ${status?.currentStepIndex ?? '-'}`, ...(status?.message ? [status.message] : [])].join(', '),
  '/apis/flagger.app/v1beta1/canaries': ({ status }: Canary) =>
    `${status?.phase ?? '-'}, weight ${status?.canaryWeight ?? 0}, failed checks ${status?.failedChecks ?? 0}, iterations ${status?.iterations ?? 0}`,
  '/apis/apps/v1/deployments': ({ status }: Deployment) =>
    `replicas ${status?.replicas ?? 0}, updated ${status?.updatedReplicas ?? 0}, available ${status?.availableReplicas ?? 0}`,
};

/** Records how weights, phases and replicas of one namespace change, until `stop` is called. */
export class Course {
  readonly entries: Entry[] = [];
  private readonly began = Date.now();
  private readonly stops: (() => void)[];

  constructor(kube: Kube, namespace: string) {
    this.stops = Object.entries(KINDS).map(([path, words]) =>
      kube.watch(path.replace(/\/([^/]+)$/, `/namespaces/${namespace}/$1`), (_, object) => {
        const what = `${object.kind ?? path.split('/').at(-1)} ${object.metadata.name}`;
        const state = words(object as never);
        if (this.states(what).at(-1) !== state) this.entries.push({ at: (Date.now() - this.began) / 1000, what, state });
      }),
    );
  }

  /** The states that an object (`VirtualService web`) went through, without repetitions. */
  states(what: string): string[] {
    return this.entries.filter((entry) => entry.what === what).map((entry) => entry.state);
  }

  /** One line an entry. */
  text(): string {
    return this.entries.map(({ at, what, state }) => `${at.toFixed(1).padStart(6)} s  ${what}: ${state}`).join('\n');
  }

  stop(): void {
    for (const stop of this.stops) stop();
  }
}
