/** How a rollout goes: the answer of `rollout()`. Times are seconds after the change, weights and shares are percent. */
export interface Course {
  readonly course: readonly CourseRow[];
  readonly end: CourseEnd;
  readonly exposure: Exposure;
  /** What was taken for granted because neither the manifests nor the scenario say it. */
  readonly assumptions: readonly string[];
}

export interface CourseRow {
  /** Flagger: the nth look after the change. */
  readonly tick?: number;
  /** Seconds after the change. */
  readonly t: number;
  /** The controller's own word: `Progressing`, `Paused`, `Healthy`, ... */
  readonly phase: string;
  /**
   * Percent by side, the old one first. Flagger: `primary` and `canary`, as the routes have them. Argo Rollouts: `stable` and `canary`, as the routes have
   * them, or by available pods where it routes no traffic. Else: `old` and `new`, by ready pods. All 0 where no pod is ready.
   */
  readonly weights: Amounts;
  /** Percent of the requests that the new version answers. */
  readonly newVersion: number;
  /** Pods wanted. Flagger: `primary` and `canary`; else by version, `old` and `new`, and `newer` after a second release. */
  readonly replicas: Amounts;
  /** Pods available, by the same names. */
  readonly available: Amounts;
  /** Argo Rollouts: the step that is being worked on, as the manifest has it, and its index. */
  readonly step?: string;
  readonly index?: number;
  /** Argo Rollouts: the message of its status. */
  readonly message?: string;
  /** Flagger: as its status has them. */
  readonly failedChecks?: number;
  readonly iterations?: number;
  readonly canaryWeight?: number;
  /** Routes beside the weighted one: session affinity, A/B matches, managed routes, mirrors. */
  readonly routes?: readonly string[];
  /** Argo Rollouts, blue/green: which version each Service selects. */
  readonly services?: { readonly [service: string]: string };
  readonly checks?: readonly Check[];
  readonly events: readonly string[];
}

export interface Amounts {
  readonly [name: string]: number;
}

/** One thing the controller asked: a metric or a webhook. */
export interface Check {
  readonly name: string;
  readonly kind: 'metric' | 'webhook';
  readonly ok: boolean;
  /** What was measured or answered. */
  readonly value: string;
  /** Argo Rollouts: `Failed`, `Inconclusive`, `Error`; Flagger: what was asked for. */
  readonly why?: string;
}

/**
 * `promoted`: the new version takes all requests. `rolledBack`: the controller went back to the old one. `failed`: it gave up without going back.
 * `waiting`: for a person or a gate. `stuck`: nothing will ever move it. `refused`: the API server or the controller does not take the manifests.
 * `unchanged`: nothing starts. `deleted`, `suspended`, `unfinished` (`until` of the scenario came first).
 */
export type EndKind =
  | 'promoted'
  | 'rolledBack'
  | 'failed'
  | 'waiting'
  | 'stuck'
  | 'refused'
  | 'unchanged'
  | 'deleted'
  | 'suspended'
  | 'unfinished';

export interface CourseEnd {
  readonly what: EndKind;
  readonly reason: string;
  /** The controller's own word at the end. */
  readonly phase: string;
  /** Seconds after the change; the same end in ticks for Flagger. */
  readonly t: number;
  readonly tick?: number;
}

/** Who meets the new version, for the stated load. */
export interface Exposure {
  readonly seconds: number;
  readonly requests: {
    readonly total: number;
    readonly newVersion: number;
    readonly failed: number;
    /** Of the failed ones, those that the new version answered. */
    readonly failedByNewVersion: number;
  };
  /** Percent of the requests that the new version answered, at the most and on average, until the end. */
  readonly share: { readonly most: number; readonly average: number };
  /** In words: everyone in these proportions, or only those who match. */
  readonly who: readonly string[];
}
