import type { FieldPath } from '../../check/finding';
import { at, has, listAt, numberAt, textAt } from '../loose';
import type { SourcedManifest } from '../sourced';
import { resolveHost } from './hosts';
import { matchesOf, stringMatch } from './read-match';
import type { Cors, Destination, Fault, HttpRule, Mirror, Redirect, Retries, Rewrite } from './virtual-service';

/** Reads one rule of `spec.http`. */
export function ruleOf(rule: unknown, object: SourcedManifest, namespace: string, path: FieldPath): HttpRule {
  const destination = (value: unknown, ...below: (string | number)[]) => destinationOf(value, namespace, [...path, ...below]);
  const status = numberAt(rule, 'directResponse', 'status');
  return {
    name: textAt(rule, 'name') ?? '',
    object,
    path,
    matches: matchesOf(rule, namespace, path),
    destinations: listAt(rule, 'route').map((route, index) => destination(route, 'route', index)),
    redirect: has(rule, 'redirect') ? redirectOf(at(rule, 'redirect')) : undefined,
    directResponse: has(rule, 'directResponse') ? { status: status ?? 0 } : undefined,
    delegate: delegateOf(at(rule, 'delegate'), namespace),
    rewrite: has(rule, 'rewrite') ? rewriteOf(at(rule, 'rewrite')) : undefined,
    timeout: textAt(rule, 'timeout'),
    retries: has(rule, 'retries') ? retriesOf(at(rule, 'retries')) : undefined,
    fault: has(rule, 'fault') ? faultOf(at(rule, 'fault')) : undefined,
    mirrors: mirrorsOf(rule, destination),
    cors: has(rule, 'corsPolicy') ? corsOf(at(rule, 'corsPolicy')) : undefined,
    headers: at(rule, 'headers'),
  };
}

function destinationOf(route: unknown, namespace: string, path: FieldPath): Destination {
  const destination = at(route, 'destination');
  return {
    host: resolveHost(textAt(destination, 'host') ?? '', namespace),
    subset: textAt(destination, 'subset') || undefined,
    port: numberAt(destination, 'port', 'number'),
    weight: numberAt(route, 'weight') ?? 0,
    headers: at(route, 'headers'),
    path,
  };
}

function delegateOf(delegate: unknown, namespace: string): HttpRule['delegate'] {
  if (delegate === undefined || delegate === null) return undefined;
  return { name: textAt(delegate, 'name') ?? '', namespace: textAt(delegate, 'namespace') || namespace };
}

function redirectOf(redirect: unknown): Redirect {
  const derived = textAt(redirect, 'derivePort') ?? '';
  return {
    uri: textAt(redirect, 'uri') || undefined,
    prefixRewrite: textAt(redirect, 'prefixRewrite') || undefined,
    authority: textAt(redirect, 'authority') || undefined,
    scheme: textAt(redirect, 'scheme') || undefined,
    port: numberAt(redirect, 'port') ?? (derived === 'FROM_REQUEST_PORT' ? 'request' : derived ? 'protocol' : undefined),
    code: numberAt(redirect, 'redirectCode') || 301,
  };
}

function rewriteOf(rewrite: unknown): Rewrite {
  const match = textAt(rewrite, 'uriRegexRewrite', 'match');
  return {
    uri: textAt(rewrite, 'uri') || undefined,
    regex: match === undefined ? undefined : { match, rewrite: textAt(rewrite, 'uriRegexRewrite', 'rewrite') ?? '' },
    authority: textAt(rewrite, 'authority') || undefined,
  };
}

function retriesOf(retries: unknown): Retries {
  return {
    attempts: numberAt(retries, 'attempts') ?? 0,
    retryOn: textAt(retries, 'retryOn') || undefined,
    perTryTimeout: textAt(retries, 'perTryTimeout'),
    backoff: textAt(retries, 'backoff'),
  };
}

/** A fault without a percentage hits no request, and an abort without a status is none. */
function faultOf(fault: unknown): Fault {
  const [abort, delay] = [at(fault, 'abort'), at(fault, 'delay')];
  const percentOf = (value: unknown) => numberAt(value, 'percentage', 'value') ?? 0;
  const duration = textAt(delay, 'fixedDelay');
  return {
    abort: ['httpStatus', 'grpcStatus'].some((field) => has(abort, field))
      ? { status: numberAt(abort, 'httpStatus'), grpcStatus: textAt(abort, 'grpcStatus'), percent: percentOf(abort) }
      : undefined,
    delay:
      duration === undefined ? undefined : { duration, percent: numberAt(delay, 'percentage', 'value') ?? numberAt(delay, 'percent') ?? 0 },
  };
}

/** A mirror without a percentage gets every request; one of 0 percent none. */
function mirrorsOf(rule: unknown, read: (value: unknown, ...below: (string | number)[]) => Destination): Mirror[] {
  const stated = has(rule, 'mirrorPercentage') ? (numberAt(rule, 'mirrorPercentage', 'value') ?? 0) : numberAt(rule, 'mirrorPercent');
  const single = has(rule, 'mirror') ? [{ destination: read({ destination: at(rule, 'mirror') }, 'mirror'), percent: stated ?? 100 }] : [];
  const many = listAt(rule, 'mirrors').flatMap((mirror, index) => {
    if (!has(mirror, 'destination')) return [];
    const percent = has(mirror, 'percentage') ? (numberAt(mirror, 'percentage', 'value') ?? 0) : 100;
    return [{ destination: read(mirror, 'mirrors', index), percent }];
  });
  return [...single, ...many].filter((mirror) => mirror.percent > 0);
}

function corsOf(cors: unknown): Cors {
  const origins = listAt(cors, 'allowOrigins').map(stringMatch);
  const old = listAt(cors, 'allowOrigin').map((value) => ({ kind: 'exact' as const, value: String(value) }));
  return { origins: origins.length > 0 ? origins : old, forwardUnmatched: textAt(cors, 'unmatchedPreflights') !== 'IGNORE' };
}
