import { grpcStatusNamed } from '../../model/istio/grpc-status';
import type { Destination, Fault, HttpRule, Retries } from '../../model/istio/virtual-service';
import { type Chain, ownAnswer, pathText } from './answer';
import { type Arrival, type Cluster, clusterOf, type Surroundings } from './clusters';
import { grpcStatusOf } from './grpc';
import type { Incoming } from './incoming';
import { isBroken } from './path';
import type { AnswerDestination, FaultAnswer, MirrorAnswer, RouteAnswer } from './request';
import { rewrittenHost, rewrittenPath } from './rewrite';
import type { TableRoute } from './table';

const DEFAULT_RETRIES = { tries: 3, on: 'connect-failure,refused-stream,unavailable,cancelled' };

/** Sends a request on to the destinations of a rule. */
export function forward(route: TableRoute, request: Incoming, around: Surroundings, chain: Chain): RouteAnswer {
  const { rule, service } = route;
  const missing = service.semantics === 'gateway-api' ? 500 : 503;
  const path = rewrittenPath(route, request);
  const broken = isBroken(path);
  const destinations = sharesOf(rule).map(({ destination, weight }) => {
    const { cluster, answer, text } = arrive(destination, weight, missing, broken, around);
    chain.add('destination', text, { path: pathText(destination.path) });
    return { answer, cluster, host: ruleHost(rule) ?? rewrittenHost(undefined, destination.headers) ?? request.authority };
  });
  const fault = rule.fault ? faultAnswer(rule.fault) : undefined;
  const hosts = new Set(destinations.map(({ host }) => host));
  const timeout = rule.timeout;
  const shared: Omit<RouteAnswer, 'status' | 'destinations' | 'why'> = {
    path,
    host: hosts.size === 1 ? [...hosts][0] : undefined,
    mirrors: mirrorsOf(rule, around, chain),
    faults: fault,
    retries: retriesOf(rule.retries),
    timeout,
    affinity: [...new Set(destinations.flatMap(({ cluster }) => cluster.affinity ?? []))].join(', ') || undefined,
  };
  const listed = destinations.map(({ answer, host }) => (hosts.size > 1 ? { ...answer, host } : answer));
  return withFault({ ...shared, ...statusOf(listed, request), destinations: listed, why: chain.steps }, rule.fault, request, chain);
}

/** Remembered for the next request, unless its path is one that servers refuse. */
function arrive(destination: Destination, weight: number, missing: number, broken: boolean, around: Surroundings): Arrival {
  const known = broken ? undefined : around.known.get(destination);
  if (known) return known;
  const cluster = clusterOf(destination, around);
  const answer = answerDestination(cluster, weight, missing, broken);
  const arrival = { cluster, answer, text: sentence(answer, cluster, weight) };
  if (!broken) around.known.set(destination, arrival);
  return arrival;
}

function ruleHost(rule: HttpRule): string | undefined {
  return rewrittenHost(rule.rewrite, rule.headers);
}

/** A single destination takes everything, whatever its weight; of several, those of weight 0 nothing. */
function sharesOf({ destinations }: HttpRule): { destination: HttpRule['destinations'][number]; weight: number }[] {
  if (destinations.length === 1) return destinations.map((destination) => ({ destination, weight: 1 }));
  const total = destinations.reduce((sum, { weight }) => sum + weight, 0);
  return destinations.filter(({ weight }) => weight > 0).map((destination) => ({ destination, weight: destination.weight / total }));
}

/** A share of the requests at a cluster. */
export function answerDestination(cluster: Cluster, weight: number, missing: number, broken: boolean): AnswerDestination {
  const versions = new Set(cluster.pods.map((pod) => pod.version));
  const version = versions.size === 1 ? [...versions][0] || undefined : undefined;
  const pods = cluster.pods.map((pod) => ({ ...pod, weight: pod.weight * weight }));
  const { service, namespace, subset, port, fault, lacks } = cluster;
  const refused = broken ? { status: 400, reason: 'servers refuse a path without a first slash or with a broken percent code' } : {};
  const failed = lacks === undefined ? refused : { status: lacks === 'missing' ? missing : 503, reason: fault };
  return { service, namespace, subset, version, port, weight, pods: pods.length > 0 ? pods : undefined, ...failed };
}

function sentence(answer: AnswerDestination, { note }: Cluster, weight: number): string {
  const name = `${answer.namespace}/${answer.service}${answer.subset ? ` subset ${answer.subset}` : ''} port ${answer.port}`;
  const share = weight === 1 ? '' : `${percent(weight)} to `;
  if (answer.status !== undefined) return `${share}${name}: ${answer.status}, ${answer.reason}`;
  const pods = (answer.pods ?? []).map((pod) => `${pod.workload}${pod.version && pod.version !== pod.workload ? ` (${pod.version})` : ''}`);
  return `${share}${name}${pods.length > 0 ? `: ${pods.join(', ')}` : ''}${note ? `; ${note}` : ''}`;
}

export function percent(share: number): string {
  return `${Number((share * 100).toFixed(2))} %`;
}

/** One status for all shares, or none that holds for all. gRPC clients get Envoy's own answers as 200 with a gRPC status. */
export function statusOf(destinations: readonly AnswerDestination[], { grpc }: Incoming): { status: number | null; grpcStatus?: number } {
  const translated = destinations.map(({ status = 200 }) => {
    const own = grpc && (status === 500 || status === 503);
    return own ? { status: 200, grpcStatus: grpcStatusOf(status) } : { status, grpcStatus: undefined };
  });
  const [first] = translated;
  if (!first) return { status: 503 };
  const status = translated.every((one) => one.status === first.status) ? first.status : null;
  const grpcStatus = translated.every((one) => one.grpcStatus === first.grpcStatus) ? first.grpcStatus : undefined;
  return { status, grpcStatus };
}

/** Mirrors get a copy of what is sent on; one without a cluster gets nothing. */
function mirrorsOf({ mirrors }: HttpRule, around: Surroundings, chain: Chain): MirrorAnswer[] | undefined {
  const answers = mirrors.flatMap(({ destination, percent: share }) => {
    const { service, namespace, subset, port, pods, lacks, fault } = clusterOf(destination, around);
    const versions = new Set(pods.map((pod) => pod.version));
    chain.add(
      'action',
      `mirrors ${share} % to ${namespace}/${service}${subset ? ` subset ${subset}` : ''}${fault ? `: nothing is sent, ${fault}` : ''}`,
    );
    const version = versions.size === 1 ? [...versions][0] || undefined : undefined;
    return lacks ? [] : [{ service, namespace, subset, version, port, percent: share }];
  });
  return answers.length > 0 ? answers : undefined;
}

export function retriesOf(retries: Retries | undefined): RouteAnswer['retries'] {
  if (!retries) return DEFAULT_RETRIES;
  if (retries.attempts <= 0) return { tries: 1, on: '' };
  return { tries: retries.attempts + 1, on: retries.retryOn ?? DEFAULT_RETRIES.on, perTryTimeout: retries.perTryTimeout };
}

function faultAnswer({ abort, delay }: Fault): FaultAnswer | undefined {
  const hits = { abort: abort && abort.percent > 0 ? abort : undefined, delay: delay && delay.percent > 0 ? delay : undefined };
  return hits.abort || hits.delay ? hits : undefined;
}

/** A delay and an abort both apply; an aborted request is neither sent on nor mirrored nor tried again. */
function withFault(answer: RouteAnswer, fault: Fault | undefined, request: Incoming, chain: Chain): RouteAnswer {
  const { abort, delay } = fault ?? {};
  if (delay) chain.add('action', `delays ${delay.percent} % by ${delay.duration}`);
  if (!abort) return answer;
  const status = abort.status ?? 200;
  const what = abort.status ?? `gRPC status ${abort.grpcStatus}`;
  chain.add('action', abort.percent > 0 ? `aborts ${abort.percent} % with ${what}` : `an abort without a percentage hits nothing`);
  if (abort.percent <= 0) return answer;
  if (abort.percent < 100) return { ...answer, status: answer.status === status ? status : null };
  const aborted = answer.destinations.map((destination) => ({ ...destination, status, reason: 'aborted by a fault before it is sent' }));
  const grpc = abort.grpcStatus === undefined ? {} : { grpcStatus: grpcStatusNamed(abort.grpcStatus) };
  return ownAnswer(chain, status, abort.grpcStatus === undefined ? request : undefined, {
    destinations: aborted,
    faults: answer.faults,
    ...grpc,
  });
}
