/** What happens during a rollout: how the versions behave, what the metrics say, who answers which gate, and what people do. */
export interface Scenario {
  readonly change: Change;
  readonly load: Load;
  /** How the pods of each version behave, by version: `old`, `new`, `newer` (a second release). */
  readonly versions: Readonly<Record<VersionName, VersionBehaviour>>;
  /** What each metric measures, by its name in the manifests. */
  readonly metrics: Readonly<Record<string, Series<MetricValue>>>;
  /** What each webhook answers, by its name or by its type. */
  readonly webhooks: Readonly<Record<string, Series<Answer>>>;
  /** Which of them stand under `gates`. */
  readonly gates: ReadonlySet<string>;
  readonly events: readonly ScenarioEvent[];
  /** The name of the service, Canary, Rollout or Deployment that it is about; needed only where there are several. */
  readonly target?: string;
  /** Seconds after which to stop looking. */
  readonly until?: number;
}

export type VersionName = 'old' | 'new' | 'newer';

/** What is applied at the start. */
export interface Change {
  /** Whether the pod template changes. */
  readonly image: boolean;
  /** Whether a tracked ConfigMap or Secret changes. */
  readonly config: boolean;
  readonly replicas?: number;
}

export interface Load {
  readonly requestsPerSecond: number;
  /** Percent of the requests that the matches of an A/B test or of a header route pick. */
  readonly matching: number;
}

export interface VersionBehaviour {
  /** Percent of its requests that succeed. */
  readonly successRate: Series<MetricValue>;
  /** 99th percentile, in milliseconds. */
  readonly latency: Series<MetricValue>;
  /** Whether either of them was stated. */
  readonly stated: { readonly successRate: boolean; readonly latency: boolean };
  readonly pods: PodBehaviour;
  /** Flagger: how the pods behave once this version is the primary. */
  readonly primaryPods: PodBehaviour;
}

export interface PodBehaviour {
  /** The share of the pods that ever become ready: 1 all, 0 none. */
  readonly ready: number;
  /** Seconds from a pod's start until it is ready. */
  readonly readyAfter: number;
  /** Seconds between one pod becoming ready and the next; 0 where they do not wait for each other. */
  readonly readyEvery: number;
  /** Seconds after becoming ready until it is unready for good. */
  readonly diesAfter?: number;
  /** Times in which none of the pods is ready. */
  readonly down: readonly { readonly from: number; readonly to: number }[];
  /** Seconds a pod takes to stop. */
  readonly terminationSeconds: number;
}

/** A number, `none` (an empty answer), `error` (the provider fails), `NaN`, an outcome, or a whole vector. */
export type MetricValue = number | readonly number[] | 'none' | 'error' | 'NaN' | 'pass' | 'fail' | 'inconclusive' | 'true' | 'false';

/** A webhook's answer: `ok`, `fails`, or an HTTP status. */
export type Answer = 'ok' | 'fails' | number;

/** A value that may differ from one look to the next. */
export type Series<T> =
  | { readonly kind: 'always'; readonly value: T }
  /** The last point that has been reached counts; before the first one, the first. */
  | {
      readonly kind: 'points';
      readonly by: 'tick' | 't' | 'weight';
      readonly points: readonly { readonly at: number; readonly value: T }[];
    }
  /** One value for each measurement; then the last for ever, or again from the first. */
  | { readonly kind: 'each'; readonly values: readonly T[]; readonly again: boolean };

/** A moment: seconds after the change, or a tick of Flagger, which means half an interval before that look. */
export type Moment = { readonly tick: number } | { readonly t: number };

export type Action =
  | 'release'
  | 'restore'
  | 'abort'
  | 'promote'
  | 'promoteFull'
  | 'retry'
  | 'scale'
  | 'config'
  | 'suspend'
  | 'resume'
  | 'delete'
  | 'switch';

export interface ScenarioEvent {
  readonly at: Moment;
  readonly action: Action;
  /** With `scale`. */
  readonly replicas?: number;
}
