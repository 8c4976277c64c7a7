import { serviceOfHost } from '../../../lib/model/istio/hosts';
import type { AnswerDestination, Request, RouteAnswer } from '../../../lib/simulate/requests/request';

/** What istiosim reports of one distinct answer that Envoy gave, and how often. */
export interface Outcome {
  readonly status: number;
  readonly pod?: string;
  readonly version?: string;
  readonly path?: string;
  readonly host?: string;
  readonly cluster?: string;
  readonly flags?: string;
  readonly location?: string;
  readonly grpc?: string;
  readonly mirrors?: readonly string[];
  readonly error?: string;
  readonly n: number;
}

export interface Question extends Request {
  readonly id: string;
  readonly mirrors?: boolean;
  readonly count?: number;
}

/** In which respects an answer differs from what Envoy did; empty when it agrees, or says that it does not know. Compared are clusters and statuses with their shares, not single pods. */
export function differences(question: Question, answer: RouteAnswer, outcomes: readonly Outcome[]): string[] {
  const refused = answer.destinations.some(({ reason }) => reason?.startsWith('servers refuse'));
  const misbehaving = refused || Object.keys(question.headers ?? {}).some((name) => name.startsWith('x-sim-'));
  const faulty = answer.faults?.abort !== undefined && answer.faults.abort.percent < 100;
  const told: string[] = [];
  const total = outcomes.reduce((sum, { n }) => sum + n, 0);
  const equal = (what: string, expected: unknown, got: unknown) => {
    if (JSON.stringify(expected) !== JSON.stringify(got))
      told.push(`${what}: Envoy ${JSON.stringify(expected)}, answer ${JSON.stringify(got)}`);
  };
  if (answer.status === null && answer.unmodelled) return told;
  if (outcomes.some(({ error }) => error)) {
    equal('connection', null, answer.status);
    return told;
  }
  const statuses = [...new Set(outcomes.map(({ status }) => status))];
  if (!misbehaving && !faulty) equal('status', statuses.length === 1 ? statuses[0] : null, answer.status);
  const byBytes =
    (refused && outcomes.every(({ cluster }) => !cluster)) ||
    answer.faults?.abort !== undefined ||
    outcomes.some(({ pod, cluster, grpc, flags }) => (pod && !cluster) || (!pod && grpc) || (!cluster && flags?.includes('FI')));
  const shares = sharesOf(outcomes, misbehaving || faulty);
  const got = answerShares(answer.destinations, misbehaving || faulty);
  for (const key of byBytes ? [] : new Set([...shares.keys(), ...got.keys()])) {
    const [expected, found] = [(shares.get(key) ?? 0) / total, got.get(key) ?? 0];
    if (Math.abs(expected - found) > 1e-9) told.push(`share of ${key}: Envoy ${expected}, answer ${found}`);
  }
  equal('location', outcomes[0]?.location, answer.location);
  const reached = outcomes.filter(({ pod }) => pod);
  if (reached.length > 0) {
    equal('path', [...new Set(reached.map(({ path }) => path))], [answer.path]);
    const hosts =
      answer.host === undefined ? answer.destinations.filter(({ status }) => status === undefined).map(({ host }) => host) : [answer.host];
    equal('host', [...new Set(reached.map(({ host }) => host))].sort(), [...new Set(hosts)].sort());
  }
  const versions = new Set(answer.destinations.flatMap(({ pods = [], version }) => pods.map((pod) => pod.version).concat(version ?? [])));
  for (const { version, pod, cluster } of reached) {
    if (cluster && cluster !== 'PassthroughCluster' && version && !versions.has(version))
      told.push(`Envoy reached ${pod}, the answer knows ${[...versions]}`);
  }
  if (question.mirrors) equal('mirrors', mirrorVersions(outcomes), [...new Set(answer.mirrors?.map(({ version }) => version))].sort());
  if (outcomes[0]?.grpc && outcomes.every(({ grpc }) => grpc === outcomes[0]?.grpc))
    equal('grpc', Number(outcomes[0].grpc), answer.grpcStatus);
  return told;
}

function mirrorVersions(outcomes: readonly Outcome[]): string[] {
  return [
    ...new Set(outcomes.flatMap(({ mirrors = [] }) => mirrors.map((mirror) => mirror.replace(/@.*/, '').split('/')[2] ?? ''))),
  ].sort();
}

/** Shares by cluster and status. A share without a cluster is only known by its status. */
function sharesOf(outcomes: readonly Outcome[], anyStatus: boolean): Map<string, number> {
  const shares = new Map<string, number>();
  for (const { cluster, status, pod, flags, n } of outcomes) {
    if (!cluster && !pod && !/NC|UH|UF/.test(flags ?? '')) continue;
    const known = cluster ? cluster.split('|') : [];
    const [, port, subset, host] = known;
    const name = cluster === 'PassthroughCluster' || !cluster ? '?' : `${hostKey(host ?? '')}:${port}/${subset}`;
    const missing = flags?.includes('NC');
    const key = `${missing ? '?' : name} ${anyStatus && !missing ? '' : status}`;
    shares.set(key, (shares.get(key) ?? 0) + n);
  }
  return shares;
}

function answerShares(destinations: readonly AnswerDestination[], anyStatus: boolean): Map<string, number> {
  const shares = new Map<string, number>();
  for (const { service, namespace, subset, port, weight, status, pods, reason } of destinations) {
    const missing = status !== undefined && !pods && !/has no pods/.test(reason ?? '');
    const key = `${missing ? '?' : `${service.includes('.') ? service : `${service}.${namespace}`}:${port}/${subset ?? ''}`} ${anyStatus && !missing ? '' : (status ?? 200)}`;
    shares.set(key, (shares.get(key) ?? 0) + weight);
  }
  return shares;
}

function hostKey(host: string): string {
  const service = serviceOfHost(host);
  return service ? `${service.name}.${service.namespace}` : host;
}
