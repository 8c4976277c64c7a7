import type { Labels } from '../../../model/labels';
import { selects } from '../../../model/labels';
import type { Workload } from '../../../model/model';
import type { Incoming } from '../incoming';
import type { RouteAnswer } from '../request';

/** The namespace whose objects hold for the whole mesh. */
export const ROOT_NAMESPACE = 'istio-system';

/** The proxy at which a request enters. */
export interface Entry {
  readonly kind: 'gateway' | 'sidecar';
  readonly namespace: string;
  readonly labels: Labels;
  /** Of gateways: the name that `targetRefs` know it by. */
  readonly gateway?: string;
}

/** What an answer leaves out: `unmodelled` could change it, `assumptions` are what it rests on. */
export interface Limited {
  readonly unmodelled: readonly string[];
  readonly assumptions: readonly string[];
}

/** A request with its answer, and the workloads that the answer leads to. */
export interface Answered {
  readonly entry: Entry;
  readonly request: Incoming;
  readonly answer: RouteAnswer;
  readonly workloads: readonly Workload[];
}

/** One thing that the answers do not follow. It is made once for a model, and left out where the model has nothing of the kind. */
export type Limit = (answered: Answered) => Limited;

export const NOTHING: Limited = { unmodelled: [], assumptions: [] };

export const unmodelled = (texts: Iterable<string>): Limited => ({ unmodelled: [...texts], assumptions: [] });
export const assumed = (texts: Iterable<string>): Limited => ({ unmodelled: [], assumptions: [...texts] });

/** Whether an object holds for pods: those of its namespace that it selects; in the root namespace those of all. */
export function holdsFor(
  object: { readonly namespace: string; readonly selector: Labels | undefined },
  namespace: string,
  labels: Labels,
): boolean {
  const near = object.namespace === namespace || object.namespace === ROOT_NAMESPACE;
  return near && (object.selector === undefined || selects(object.selector, labels));
}
