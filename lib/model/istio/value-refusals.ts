import { goDuration } from '../../check/grammar/duration';
import { labelValueProblem } from '../../check/grammar/labels';
import { at, entriesAt, has, labelsAt, listAt, numberAt, textAt, textsAt } from '../loose';
import { isDomain, isGatewayName, isHeader, isLabel, isMatchHeader, isPort } from './names';
import { firstOf } from './refusal';

const CORS_METHODS = new Set(['*', 'CONNECT', 'DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT', 'TRACE']);

const PROTOCOLS = new Set('tcp udp grpc grpc-web http http_proxy http2 https tls mongo redis mysql'.split(' '));

export function isProtocol(text: string): boolean {
  return PROTOCOLS.has(text.toLowerCase());
}

/** Why Istio's webhook does not take a `destination`. */
export function targetFault(destination: unknown): string | undefined {
  if (destination === undefined || destination === null) return undefined;
  const host = textAt(destination, 'host') ?? '';
  if (host === '*' || !isDomain(host)) return host === '' ? 'a destination has no host' : `the host ${host} of a destination is none`;
  const subset = textAt(destination, 'subset') ?? '';
  if (subset !== '' && !isLabel(subset)) return `${subset} is no name of a subset`;
  return has(destination, 'port') ? portFault(numberAt(destination, 'port', 'number') ?? 0) : undefined;
}

export function portFault(port: number | undefined): string | undefined {
  return isPort(port) ? undefined : `there is no port ${port}`;
}

/** Why Istio's webhook does not take a match, other than for its strings. */
export function matchValueFault(match: unknown): string | undefined {
  const header = ['headers', 'withoutHeaders'].flatMap((field) => entriesAt(match, field)).find(([name]) => !isMatchHeader(name));
  if (header) return header[0] === '' ? 'a header of a match has no name' : `${header[0]} is no name of a header`;
  const gateway = textsAt(match, 'gateways').find((name) => !isGatewayName(name));
  if (gateway !== undefined) return `${gateway} is no name of a gateway`;
  const namespace = textAt(match, 'sourceNamespace') ?? '';
  if (namespace !== '' && !isLabel(namespace)) return `${namespace} is no name of a namespace`;
  return labelsFault(labelsAt(match, 'sourceLabels')) ?? (numberAt(match, 'port') === 0 ? undefined : portFault(numberAt(match, 'port')));
}

export function labelsFault(labels: Readonly<Record<string, string>>): string | undefined {
  const bad = Object.values(labels).find(labelValueProblem);
  return bad === undefined ? undefined : `${JSON.stringify(bad)} is no value of a label`;
}

/** The durations of a rule: whole milliseconds, at least one. */
export function durationsFault(rule: unknown): string | undefined {
  const stated = [
    at(rule, 'timeout'),
    at(rule, 'retries', 'perTryTimeout'),
    at(rule, 'retries', 'backoff'),
    at(rule, 'fault', 'delay', 'fixedDelay'),
    at(rule, 'corsPolicy', 'maxAge'),
  ];
  return firstOf(stated, durationFault) ?? maxAgeFault(textAt(rule, 'corsPolicy', 'maxAge'));
}

export function durationFault(text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined;
  const milliseconds = (goDuration(text) ?? Number.NaN) * 1000;
  const whole = Math.abs(milliseconds - Math.round(milliseconds)) < 1e-6;
  return milliseconds >= 1 && whole ? undefined : `the duration ${text} is not of whole milliseconds, at least one`;
}

function maxAgeFault(text: string | undefined): string | undefined {
  return text === undefined || Number.isInteger(goDuration(text)) ? undefined : `maxAge ${text} is not of whole seconds`;
}

export function corsValueFault(rule: unknown): string | undefined {
  const method = textsAt(rule, 'corsPolicy', 'allowMethods').find((one) => !CORS_METHODS.has(one));
  if (method !== undefined) return `${method} is no method that a corsPolicy takes`;
  const headers = ['allowHeaders', 'exposeHeaders'].flatMap((field) => textsAt(rule, 'corsPolicy', field));
  const header = headers.find((name) => name !== '*' && !isHeader(name));
  return header === undefined ? undefined : `${JSON.stringify(header)} is no name of a header`;
}

/** A prefix can be replaced only where a prefix is matched. */
export function prefixRewriteFault(rule: unknown): string | undefined {
  if (!textAt(rule, 'redirect', 'prefixRewrite')) return undefined;
  const other = listAt(rule, 'match').some((match) => has(match, 'uri') && !has(match, 'uri', 'prefix'));
  return other ? 'redirect.prefixRewrite needs matches of the kind prefix' : undefined;
}

/** Where an object may be exported to. */
export function exportToFault(spec: unknown, namespace: string, selected = false): string | undefined {
  const stated = textsAt(spec, 'exportTo').map((one) => (one === '.' ? namespace : one));
  const bad = stated.find((one) => one !== '*' && !isLabel(one));
  if (bad !== undefined) return `exportTo takes ".", "*" and namespaces, not ${JSON.stringify(bad)}`;
  if (new Set(stated).size < stated.length) return 'exportTo names a namespace twice';
  if (stated.includes('*') && stated.length > 1) return 'exportTo is "*" or names namespaces, not both';
  const beyond = selected && stated.length > 0 && (stated.length > 1 || stated[0] !== namespace);
  return beyond ? 'with a workloadSelector exportTo cannot go beyond its own namespace' : undefined;
}
