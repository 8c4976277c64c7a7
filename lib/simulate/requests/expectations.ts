import type { Hop } from './calls';
import { versionsOfChain } from './calls';
import type { RouteAnswer } from './request';

/** What a request is expected to meet. A text alone is a version. */
export type Expectation = string | Expected;

export interface Expected {
  /** The only version that answers. */
  readonly version?: string;
  readonly subset?: string;
  /** `NAME` or `NAMESPACE/NAME` of the only Service that is reached. */
  readonly service?: string;
  readonly status?: number;
  /** Shares of versions, between 0 and 1 or as text with a percent sign; versions that are not named get nothing. */
  readonly shares?: Readonly<Record<string, number | string>>;
  readonly location?: string;
  readonly path?: string;
  readonly host?: string;
  /** Of a chain: by `NAMESPACE/NAME` or name of a service, its version or the shares of its versions. */
  readonly calls?: Readonly<Record<string, string | Readonly<Record<string, number | string>>>>;
}

/** How closely shares have to agree. */
const TOLERANCE = 0.0005;

/** In what an answer falls short of an expectation; empty when it meets it. */
export function unmet(expectation: Expectation, { answer, ...rest }: Hop): string[] {
  const expected = typeof expectation === 'string' ? { version: expectation } : expectation;
  const told = [...plainUnmet(expected, answer)];
  if (expected.version !== undefined) told.push(...sharesUnmet({ [expected.version]: 1 }, versionShares(answer)));
  if (expected.shares) told.push(...sharesUnmet(expected.shares, versionShares(answer)));
  if (expected.calls) told.push(...callsUnmet(expected.calls, { answer, ...rest }));
  return told;
}

function* plainUnmet(expected: Expected, answer: RouteAnswer): Generator<string> {
  for (const field of ['status', 'location', 'path', 'host'] as const) {
    if (expected[field] !== undefined && expected[field] !== answer[field]) {
      yield `${field} is ${answer[field] ?? 'not one alone'}, expected ${expected[field]}`;
    }
  }
  const reached = answer.destinations.map(({ namespace, service, subset }) => ({ names: [service, `${namespace}/${service}`], subset }));
  const { service, subset } = expected;
  if (service !== undefined && !(reached.length > 0 && reached.every(({ names }) => names.includes(service)))) {
    yield `service is ${reached.map(({ names }) => names[1]).join(' and ') || 'none'}, expected ${service}`;
  }
  if (subset !== undefined && !(reached.length > 0 && reached.every((one) => one.subset === subset))) {
    yield `subset is ${reached.map((one) => one.subset ?? 'none').join(' and ') || 'none'}, expected ${subset}`;
  }
}

/** The versions that answer, with their shares; what no pod answers counts by its status. */
export function versionShares({ destinations, status }: RouteAnswer): Map<string, number> {
  const shares = new Map<string, number>();
  const add = (name: string, share: number) => shares.set(name, (shares.get(name) ?? 0) + share);
  for (const { pods, version, weight, status: failed } of destinations) {
    if (failed !== undefined) add(String(failed), weight);
    else if (pods) for (const pod of pods) add(pod.version, pod.weight);
    else add(version ?? '', weight);
  }
  if (destinations.length === 0 && status !== null) add(String(status), 1);
  return shares;
}

function sharesUnmet(expected: Readonly<Record<string, number | string>>, got: ReadonlyMap<string, number>): string[] {
  const wanted = new Map(Object.entries(expected).map(([version, share]) => [version, fraction(share)]));
  const wrong = [...new Set([...wanted.keys(), ...got.keys()])].some(
    (version) => Math.abs((wanted.get(version) ?? 0) - (got.get(version) ?? 0)) > TOLERANCE,
  );
  return wrong ? [`reaches ${sharesText(got)}, expected ${sharesText(wanted)}`] : [];
}

function fraction(share: number | string): number {
  return typeof share === 'string' && share.trim().endsWith('%') ? Number.parseFloat(share) / 100 : Number(share);
}

export function sharesText(shares: ReadonlyMap<string, number>): string {
  const parts = [...shares]
    .filter(([, share]) => share > 0)
    .map(([version, share]) => (share === 1 ? version : `${version} ${Number((share * 100).toFixed(2))} %`));
  return parts.join(', ') || 'nothing';
}

function callsUnmet(expected: NonNullable<Expected['calls']>, chain: Hop): string[] {
  const versions = versionsOfChain(chain);
  return Object.entries(expected).flatMap(([service, wanted]) => {
    const found = [...versions].find(([name]) => name === service || name.endsWith(`/${service}`));
    if (!found) return [`${service} is not called`];
    return sharesUnmet(typeof wanted === 'string' ? { [wanted]: 1 } : wanted, found[1]).map((text) => `${service}: ${text}`);
  });
}
