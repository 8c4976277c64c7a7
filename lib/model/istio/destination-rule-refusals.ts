import { at, booleanAt, has, labelsAt, listAt, numberAt, textAt } from '../loose';
import { namespaceOf } from '../objects';
import type { SourcedManifest } from '../sourced';
import { isDomain, isLabel } from './names';
import { firstOf, type Refusal } from './refusal';
import { durationFault, exportToFault, labelsFault } from './value-refusals';

const PARTS = ['outlierDetection', 'connectionPool', 'loadBalancer', 'tls'];
const COUNTS = ['http1MaxPendingRequests', 'http2MaxRequests', 'maxRequestsPerConnection', 'maxRetries', 'maxConcurrentStreams'];

/** Why Istio's webhook does not take a DestinationRule: its subsets are missing then. */
export function destinationRuleRefusalOf(object: SourcedManifest): Refusal | undefined {
  const spec = at(object.manifest, 'spec');
  const host = textAt(spec, 'host') ?? '';
  if (!isDomain(host)) return { path: ['spec', 'host'], reason: `${JSON.stringify(host)} is no host name` };
  const exported = exportToFault(spec, namespaceOf(object), has(spec, 'workloadSelector'));
  if (exported) return { path: ['spec', 'exportTo'], reason: exported };
  const policy = policyFault(at(spec, 'trafficPolicy'));
  if (policy) return { path: ['spec', 'trafficPolicy'], reason: policy };
  const names = new Set<string>();
  return firstOf(listAt(spec, 'subsets'), (subset, index) => {
    const name = textAt(subset, 'name') ?? '';
    const reason = names.has(name) ? `two subsets have the name ${name}` : subsetFault(subset, name);
    names.add(name);
    return reason === undefined ? undefined : { path: ['spec', 'subsets', index], reason };
  });
}

function subsetFault(subset: unknown, name: string): string | undefined {
  if (!isLabel(name)) return `${JSON.stringify(name)} is no name of a subset`;
  return labelsFault(labelsAt(subset, 'labels')) ?? policyFault(at(subset, 'trafficPolicy'));
}

function policyFault(policy: unknown): string | undefined {
  if (policy === undefined || policy === null) return undefined;
  const parts = [...PARTS, 'portLevelSettings', 'tunnel', 'proxyProtocol', 'retryBudget'];
  if (!parts.some((part) => has(policy, part))) return 'a trafficPolicy is empty';
  return settingsFault(policy) ?? firstOf(listAt(policy, 'portLevelSettings'), portSettingsFault);
}

function portSettingsFault(settings: unknown): string | undefined {
  if (!has(settings, 'port')) return 'settings of a port name no port';
  return PARTS.some((part) => has(settings, part)) ? settingsFault(settings) : 'settings of a port are empty';
}

function settingsFault(settings: unknown): string | undefined {
  return (
    outlierFault(at(settings, 'outlierDetection')) ?? poolFault(at(settings, 'connectionPool')) ?? hashFault(settings) ?? tlsFault(settings)
  );
}

function outlierFault(outlier: unknown): string | undefined {
  const percents = ['maxEjectionPercent', 'minHealthPercent'].map((field) => numberAt(outlier, field) ?? 0);
  if (percents.some((percent) => percent < 0 || percent > 100)) return 'a percentage of outlierDetection is not between 0 and 100';
  const local = numberAt(outlier, 'consecutiveLocalOriginFailures') ?? 0;
  if (local > 0 && booleanAt(outlier, 'splitExternalLocalOriginErrors') !== true)
    return 'consecutiveLocalOriginFailures needs splitExternalLocalOriginErrors';
  return firstOf([at(outlier, 'interval'), at(outlier, 'baseEjectionTime')], durationFault);
}

function poolFault(pool: unknown): string | undefined {
  if (pool === undefined || pool === null) return undefined;
  if (!has(pool, 'http') && !has(pool, 'tcp')) return 'a connectionPool is empty';
  const negative = COUNTS.find((field) => (numberAt(pool, 'http', field) ?? 0) < 0);
  if (negative) return `${negative} is negative`;
  if ((numberAt(pool, 'tcp', 'maxConnections') ?? 0) < 0) return 'maxConnections is negative';
  return firstOf([at(pool, 'http', 'idleTimeout'), at(pool, 'tcp', 'connectTimeout')], durationFault);
}

function hashFault(settings: unknown): string | undefined {
  const cookie = at(settings, 'loadBalancer', 'consistentHash', 'httpCookie');
  return cookie !== undefined && cookie !== null && !textAt(cookie, 'name') ? 'httpCookie has no name' : undefined;
}

function tlsFault(settings: unknown): string | undefined {
  const tls = at(settings, 'tls');
  if (textAt(tls, 'mode') !== 'MUTUAL' || textAt(tls, 'credentialName')) return undefined;
  return textAt(tls, 'clientCertificate') && textAt(tls, 'privateKey') ? undefined : 'tls of the mode MUTUAL has no certificate or key';
}
