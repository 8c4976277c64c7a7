import { fieldPathText } from '../../check/finding';
import { describeId, identityOf } from '../../manifest/manifest';
import type { SourcedManifest } from '../../model/sourced';
import { grpcStatusOf } from './grpc';
import type { Incoming } from './incoming';
import type { RouteAnswer, Step } from './request';

/** The chain of decisions while it grows. */
export class Chain {
  readonly steps: Step[] = [];

  add(kind: Step['kind'], text: string, more: Omit<Step, 'kind' | 'text'> = {}): this {
    this.steps.push({ kind, text, ...more });
    return this;
  }
}

export function describe(object: SourcedManifest): string {
  return describeId(identityOf(object.manifest));
}

export const pathText = fieldPathText;

/** An answer that Envoy gives itself, without asking a pod. */
export function ownAnswer(chain: Chain, status: number, request: Incoming | undefined, more: Partial<RouteAnswer> = {}): RouteAnswer {
  const shared = { destinations: [], why: chain.steps };
  return request?.grpc ? { status: 200, grpcStatus: grpcStatusOf(status), ...shared, ...more } : { status, ...shared, ...more };
}

/** An answer that is not known, with the reason. */
export function unknownAnswer(chain: Chain, reason: string): RouteAnswer {
  chain.add('note', reason);
  return { status: null, destinations: [], why: chain.steps, unmodelled: [reason] };
}
