import type { FieldPath } from '../../check/finding';
import type { SourcedManifest } from '../sourced';
import type { ExportTo } from './visibility';

/** The name that VirtualServices call all sidecars by. */
export const MESH = 'mesh';

/** A condition on a text. `present` holds for any value. */
export interface StringMatch {
  readonly kind: 'exact' | 'prefix' | 'regex' | 'present';
  readonly value: string;
}

export type StringMatches = readonly (readonly [name: string, match: StringMatch])[];

/** One entry of `match`: all of it has to hold. */
export interface HttpMatch {
  readonly name?: string;
  readonly uri?: StringMatch;
  readonly ignoreUriCase: boolean;
  readonly scheme?: StringMatch;
  readonly method?: StringMatch;
  readonly authority?: StringMatch;
  readonly headers: StringMatches;
  readonly withoutHeaders: StringMatches;
  readonly queryParams: StringMatches;
  readonly port?: number;
  readonly sourceLabels: Readonly<Record<string, string>>;
  readonly sourceNamespace?: string;
  /** `namespace/name`, or `mesh`. */
  readonly gateways: readonly string[];
  /** Where in its object it stands. */
  readonly path: FieldPath;
}

/** Where a request is sent. */
export interface Destination {
  /** A full host name; empty when a backend of an HTTPRoute may not be used. */
  readonly host: string;
  readonly subset?: string;
  readonly port?: number;
  readonly weight: number;
  readonly headers?: unknown;
  readonly path: FieldPath;
  /** Why an HTTPRoute's backend is not to be had. */
  readonly invalid?: string;
}

export interface Mirror {
  readonly destination: Destination;
  readonly percent: number;
}

export interface Retries {
  readonly attempts: number;
  readonly retryOn?: string;
  readonly perTryTimeout?: string;
  readonly backoff?: string;
}

export interface Redirect {
  readonly uri?: string;
  readonly prefixRewrite?: string;
  readonly authority?: string;
  readonly scheme?: string;
  /** A port; that of the request; or that which the protocol has. */
  readonly port?: number | 'request' | 'protocol';
  readonly code: number;
}

export interface Rewrite {
  readonly uri?: string;
  readonly regex?: { readonly match: string; readonly rewrite: string };
  readonly authority?: string;
}

export interface Fault {
  readonly abort?: { readonly status?: number; readonly grpcStatus?: string; readonly percent: number };
  readonly delay?: { readonly duration: string; readonly percent: number };
}

export interface Cors {
  readonly origins: readonly StringMatch[];
  readonly forwardUnmatched: boolean;
}

/** One rule of `spec.http`, with the delegate's part merged in. */
export interface HttpRule {
  readonly name: string;
  /** The object that states it: a delegate's rule is the delegate's. */
  readonly object: SourcedManifest;
  readonly path: FieldPath;
  readonly matches: readonly HttpMatch[];
  readonly destinations: readonly Destination[];
  readonly redirect?: Redirect;
  readonly directResponse?: { readonly status: number };
  readonly delegate?: { readonly name: string; readonly namespace: string };
  readonly rewrite?: Rewrite;
  readonly timeout?: string;
  readonly retries?: Retries;
  readonly fault?: Fault;
  readonly mirrors: readonly Mirror[];
  readonly cors?: Cors;
  readonly headers?: unknown;
}

/** A VirtualService, or what an HTTPRoute comes to at one of its parents. */
export interface VirtualService {
  readonly object: SourcedManifest;
  readonly namespace: string;
  readonly name: string;
  /** Full host names and wildcards. Empty for a delegate. */
  readonly hosts: readonly string[];
  /** `namespace/name` of gateways, and `mesh`. */
  readonly gateways: readonly string[];
  readonly exportTo: ExportTo;
  readonly rules: readonly HttpRule[];
  /** Gateway API prefixes end at a slash, and what cannot be reached is 500. */
  readonly semantics: 'istio' | 'gateway-api';
  /** It has `tls` or `tcp` rules, which are not followed here. */
  readonly otherProtocols: boolean;
}
