import Ajv2020, { type ErrorObject } from 'ajv/dist/2020';
import { goDuration } from '../../../model/plan/data';
import { problemOf, type ScenarioProblem } from './messages';
import type { Action, Answer, MetricValue, Moment, PodBehaviour, Scenario, ScenarioEvent, Series, VersionBehaviour } from './scenario';
import { SCENARIO_SCHEMA } from './schema';
import { numbersOf } from './series';

const validate = () => new Ajv2020({ allErrors: true, strict: false, verbose: true }).compile(SCENARIO_SCHEMA);
let compiled: ReturnType<typeof validate> | undefined;

/** A scenario from the data of its file. All problems are collected; with any, there is no scenario. */
export function readScenario(data: unknown): { readonly scenario?: Scenario; readonly problems: readonly ScenarioProblem[] } {
  const given = data ?? {};
  // What says nothing fits; compiling the schema takes longer than many a course.
  if (!saysNothing(given)) compiled ??= validate();
  if (compiled && !compiled(given)) return { problems: telling(compiled.errors ?? []).map(problemOf) };
  const problems: ScenarioProblem[] = [];
  const raw = given as RawScenario;
  const next = versionOf(raw.new, 'new', problems);
  const change = raw.change ?? { image: true };
  const scenario: Scenario = {
    change: {
      image: change.image ?? (change.config === undefined && change.replicas === undefined),
      config: change.config ?? false,
      replicas: change.replicas,
    },
    load: { requestsPerSecond: raw.load?.requestsPerSecond ?? 100, matching: raw.load?.matching ?? 10 },
    versions: { old: versionOf(raw.old, 'old', problems), new: next, newer: raw.newer ? versionOf(raw.newer, 'newer', problems) : next },
    metrics: mapSeries(raw.metrics, 'metrics', metricValue, problems),
    gates: new Set(Object.keys(raw.gates ?? {})),
    webhooks: { ...mapSeries(raw.webhooks, 'webhooks', answer, problems), ...mapSeries(raw.gates, 'gates', answer, problems) },
    events: (raw.events ?? []).map(eventOf),
    target: raw.target,
    until: raw.until === undefined ? undefined : seconds(raw.until),
  };
  for (const name of Object.keys(raw.gates ?? {})) {
    if (raw.webhooks?.[name] !== undefined)
      problems.push({ path: `gates.${name}`, message: `${name} stands under webhooks as well; state it once.` });
  }
  for (const [i, event] of scenario.events.entries()) {
    if (event.action === 'scale' && event.replicas === undefined)
      problems.push({ path: `events[${i}].replicas`, message: 'scale needs the number of replicas.' });
  }
  return problems.length > 0 ? { problems } : { scenario, problems };
}

type Seconds = number | string;
function saysNothing(data: unknown): boolean {
  return typeof data === 'object' && data !== null && !Array.isArray(data) && Object.keys(data).length === 0;
}

interface RawPods {
  ready?: 'always' | 'never' | number;
  readyAfter?: Seconds;
  readyEvery?: Seconds;
  diesAfter?: Seconds;
  down?: { from: Seconds; to: Seconds }[];
  terminationSeconds?: Seconds;
}
interface RawVersion extends RawPods {
  successRate?: unknown;
  latency?: unknown;
  asPrimary?: RawPods;
}
interface RawScenario {
  target?: string;
  change?: { image?: boolean; config?: boolean; replicas?: number };
  load?: { requestsPerSecond?: number; matching?: number };
  old?: RawVersion;
  new?: RawVersion;
  newer?: RawVersion;
  metrics?: Record<string, unknown>;
  webhooks?: Record<string, unknown>;
  gates?: Record<string, unknown>;
  events?: { at: { tick?: number; t?: Seconds }; do: Action; replicas?: number }[];
  until?: Seconds;
}

function seconds(value: Seconds): number {
  return typeof value === 'number' ? value : (goDuration(value) ?? 0);
}

/** Which of several alternatives was meant, their errors do not say: those that went deepest into the data do, and of a field those on its content. */
function telling(errors: readonly ErrorObject[]): ErrorObject[] {
  const real = errors.filter(({ keyword }) => !['if', 'anyOf', 'oneOf'].includes(keyword));
  const told = real.length > 0 ? real : errors;
  const within = (a: ErrorObject, b: ErrorObject) => b.instancePath.startsWith(`${a.instancePath}/`);
  const deepest = told.filter((error) => error.instancePath === '' || !told.some((other) => within(error, other)));
  const onContent = (error: ErrorObject) => error.keyword !== 'type';
  const chosen = deepest.filter(
    (error) => onContent(error) || !deepest.some((other) => other.instancePath === error.instancePath && onContent(other)),
  );
  const alone = chosen.filter((error) => onContent(error) || !chosen.some((other) => onContent(other) && sibling(error, other)));
  return alone.filter(
    (error, at) => alone.findIndex((other) => other.instancePath === error.instancePath && other.message === error.message) === at,
  );
}

/** Whether two errors are on items of one list: `[1]` may have been tried as a number because `[0]` is none. */
function sibling(a: ErrorObject, b: ErrorObject): boolean {
  const list = (path: string) => /^(.*)\/\d+$/.exec(path)?.[1];
  const of = list(a.instancePath);
  return of !== undefined && of === list(b.instancePath);
}

function metricValue(value: unknown): MetricValue {
  return typeof value === 'boolean' ? (String(value) as 'true' | 'false') : (value as MetricValue);
}

function answer(value: unknown): Answer {
  if (value === 'open') return 'ok';
  if (value === 'closed') return 'fails';
  return value as Answer;
}

function mapSeries<T>(
  raw: Record<string, unknown> | undefined,
  path: string,
  read: (value: unknown) => T,
  problems: ScenarioProblem[],
): Record<string, Series<T>> {
  return Object.fromEntries(Object.entries(raw ?? {}).map(([name, value]) => [name, seriesOf(value, `${path}.${name}`, read, problems)]));
}

function seriesOf<T>(raw: unknown, path: string, read: (value: unknown) => T, problems: ScenarioProblem[]): Series<T> {
  if (Array.isArray(raw) && typeof raw[0] === 'object' && raw[0] !== null) return pointsOf(raw, path, read, problems);
  const listed = raw as { each?: unknown[]; cycle?: unknown[] };
  if (typeof raw === 'object' && raw !== null && !Array.isArray(raw))
    return { kind: 'each', values: (listed.each ?? listed.cycle ?? []).map(read), again: listed.cycle !== undefined };
  return { kind: 'always', value: read(raw) };
}

function pointsOf<T>(
  raw: readonly { value: unknown; tick?: number; t?: Seconds; weight?: number }[],
  path: string,
  read: (value: unknown) => T,
  problems: ScenarioProblem[],
): Series<T> {
  const ways = (['tick', 't', 'weight'] as const).filter((way) => raw.some((point) => point[way] !== undefined));
  const by = ways[0] ?? 't';
  if (ways.length > 1) problems.push({ path, message: `The points go by ${ways.join(' and ')}; one list goes by one of them.` });
  const points = raw.map((point) => ({ at: by === 't' ? seconds(point.t ?? 0) : (point[by] ?? 0), value: read(point.value) }));
  for (const [i, point] of points.entries()) {
    const before = points[i - 1];
    if (before && before.at >= point.at)
      problems.push({ path: `${path}[${i}]`, message: `${by} ${point.at} does not come after ${before.at}; points stand in order.` });
  }
  return { kind: 'points', by, points };
}

function podsOf(raw: RawPods | undefined, path: string, problems: ScenarioProblem[], base?: PodBehaviour): PodBehaviour {
  const share = raw?.ready === 'never' ? 0 : raw?.ready === 'always' ? 1 : raw?.ready;
  const pods: PodBehaviour = {
    ready: share ?? base?.ready ?? 1,
    readyAfter: raw?.readyAfter === undefined ? (base?.readyAfter ?? 1) : seconds(raw.readyAfter),
    readyEvery: raw?.readyEvery === undefined ? (base?.readyEvery ?? 0) : seconds(raw.readyEvery),
    diesAfter: raw?.diesAfter === undefined ? base?.diesAfter : seconds(raw.diesAfter),
    down: raw?.down?.map(({ from, to }) => ({ from: seconds(from), to: seconds(to) })) ?? base?.down ?? [],
    terminationSeconds: raw?.terminationSeconds === undefined ? (base?.terminationSeconds ?? 0) : seconds(raw.terminationSeconds),
  };
  if (share === 0 && (raw?.readyAfter !== undefined || raw?.diesAfter !== undefined))
    problems.push({
      path: `${path}.ready`,
      message: 'The pods are never ready, and yet readyAfter or diesAfter says when: leave out one of them.',
    });
  for (const [i, gap] of pods.down.entries()) {
    if (gap.to <= gap.from)
      problems.push({ path: `${path}.down[${i}]`, message: `It ends (${gap.to} s) before it begins (${gap.from} s).` });
  }
  return pods;
}

function versionOf(raw: RawVersion | undefined, path: string, problems: ScenarioProblem[]): VersionBehaviour {
  const pods = podsOf(raw, path, problems);
  const series = (value: unknown, name: string, otherwise: number): Series<MetricValue> =>
    value === undefined ? { kind: 'always', value: otherwise } : seriesOf(value, `${path}.${name}`, metricValue, problems);
  const successRate = series(raw?.successRate, 'successRate', 100);
  const latency = series(raw?.latency, 'latency', 10);
  if (numbersOf(successRate).some((rate) => rate < 0 || rate > 100))
    problems.push({ path: `${path}.successRate`, message: 'A success rate is a percentage: between 0 and 100.' });
  if (numbersOf(latency).some((milliseconds) => milliseconds < 0))
    problems.push({ path: `${path}.latency`, message: 'A latency is a number of milliseconds: not below 0.' });
  return {
    successRate,
    latency,
    stated: { successRate: raw?.successRate !== undefined, latency: raw?.latency !== undefined },
    pods,
    primaryPods: raw?.asPrimary ? podsOf(raw.asPrimary, `${path}.asPrimary`, problems, { ...pods, diesAfter: undefined }) : pods,
  };
}

function eventOf(raw: { at: { tick?: number; t?: Seconds }; do: Action; replicas?: number }): ScenarioEvent {
  const at: Moment = raw.at.tick === undefined ? { t: seconds(raw.at.t ?? 0) } : { tick: raw.at.tick };
  return { at, action: raw.do, replicas: raw.replicas };
}
