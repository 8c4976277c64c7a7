/** A request, and where it starts. */
export interface Request {
  /** `gateway` (the first gateway of the manifests), `gateway:NAMESPACE/NAME`, or `mesh:NAMESPACE/WORKLOAD` (a pod with a sidecar). */
  readonly from?: string;
  readonly host: string;
  /** With its query; `/` when left out. */
  readonly path?: string;
  readonly method?: string;
  /** A value, or a list of values for a header that is sent several times. */
  readonly headers?: Readonly<Record<string, string | number | boolean | readonly (string | number | boolean)[]>>;
  /** The port that is connected to; 80, or 443 with `tls`. */
  readonly port?: number;
  readonly tls?: boolean;
}

/** Where a share of the requests goes. */
export interface AnswerDestination {
  /** The Service's name; the full host name of a ServiceEntry. */
  readonly service: string;
  readonly namespace: string;
  readonly subset?: string;
  /** The version that answers, when all pods behind it are of one. */
  readonly version?: string;
  readonly port: number;
  /** The share of the requests, between 0 and 1. */
  readonly weight: number;
  /** What stands behind it, with each workload's part of this share, in proportion to its replicas. */
  readonly pods?: readonly PodShare[];
  /** Present when the requests of this share get no answer of a pod: 503, 500, or what a fault says. */
  readonly status?: number;
  readonly reason?: string;
  /** Host and path as the pod sees them, where they differ from those of the other destinations. */
  readonly host?: string;
}

export interface PodShare {
  readonly workload: string;
  readonly version: string;
  readonly weight: number;
}

export interface MirrorAnswer {
  readonly service: string;
  readonly namespace: string;
  readonly subset?: string;
  readonly version?: string;
  readonly port: number;
  /** Of the requests that are sent on, in percent. */
  readonly percent: number;
}

/** One step of the chain that leads to an answer. */
export interface Step {
  readonly kind: 'entry' | 'listener' | 'host' | 'rule' | 'action' | 'destination' | 'note';
  readonly text: string;
  /** `VirtualService shop/reviews`. */
  readonly object?: string;
  /** `spec.http[0].match[1]`. */
  readonly path?: string;
  /** Of rules: whether the request fits. */
  readonly matched?: boolean;
}

export interface RouteAnswer {
  /** `null` where it depends on the split, on a fault's percentage, or on what is not modelled. 200 stands for whatever the pods answer. */
  readonly status: number | null;
  /** The shares of all add up to 1; empty when the request is answered on the way. */
  readonly destinations: readonly AnswerDestination[];
  readonly location?: string;
  /** As the pods see it. */
  readonly path?: string;
  readonly host?: string;
  readonly grpcStatus?: number;
  readonly mirrors?: readonly MirrorAnswer[];
  readonly faults?: FaultAnswer;
  /** How often the request is tried in all, and when again. */
  readonly retries?: { readonly tries: number; readonly on: string; readonly perTryTimeout?: string };
  /** The longest that the client waits; there is none by default. */
  readonly timeout?: string;
  /** What keeps a client on one pod. */
  readonly affinity?: string;
  readonly why: readonly Step[];
  /** What the answer leaves out, in words; `status` is null then if it could change it. */
  readonly unmodelled?: readonly string[];
  /** What the answer rests on without having seen it, in words. */
  readonly assumptions?: readonly string[];
}

export interface FaultAnswer {
  readonly abort?: { readonly status?: number; readonly grpcStatus?: string; readonly percent: number };
  readonly delay?: { readonly duration: string; readonly percent: number };
}
