import type { Colors } from 'picocolors/types';
import type { Hop } from './calls';
import { sharesText, versionShares } from './expectations';
import type { Request, RouteAnswer, Step } from './request';

const INDENT: Readonly<Record<Step['kind'], number>> = { entry: 0, listener: 1, host: 2, rule: 3, action: 4, destination: 4, note: 1 };

/** An answer for people: what happens in one line, then the chain of decisions, indented. */
export function answerText(request: Request, answer: RouteAnswer, colors: Colors): string {
  const lines = [`${requestText(request)}`, `  ${colors.bold(resultText(answer))}`];
  for (const detail of details(answer)) lines.push(`  ${detail}`);
  for (const step of answer.why) lines.push(`  ${'  '.repeat(INDENT[step.kind])}${stepText(step, colors)}`);
  return `${lines.join('\n')}\n`;
}

export function requestText({ from = 'gateway', host, path = '/', method = 'GET', headers = {}, port }: Request): string {
  const sent = Object.entries(headers).map(([name, value]) => ` ${name}: ${Array.isArray(value) ? value.join(', ') : value}`);
  return `${method} ${host}${port === undefined || host.includes(':') ? '' : `:${port}`}${path} from ${from}${sent.length > 0 ? ` with${sent.join(',')}` : ''}`;
}

/** `→ 200: v1 80 %, v2 20 %` */
export function resultText(answer: RouteAnswer): string {
  const { status, destinations, location, grpcStatus, unmodelled } = answer;
  const code = `→ ${status ?? (unmodelled ? 'not known' : 'it depends')}${grpcStatus === undefined ? '' : ` (gRPC status ${grpcStatus})`}`;
  if (location !== undefined) return `${code}: ${location}`;
  const services = [...new Set(destinations.map(({ namespace, service }) => `${namespace}/${service}`))].join(', ');
  if (destinations.length === 0) return code;
  const answers = destinations.some((one) => one.status === undefined || one.status !== status);
  return answers ? `${code}: ${services}: ${sharesText(versionShares(answer))}` : `${code}: no pod of ${services} answers`;
}

function details({
  path,
  host,
  mirrors = [],
  faults,
  retries,
  timeout,
  affinity,
  unmodelled = [],
  assumptions = [],
}: RouteAnswer): string[] {
  const { abort, delay } = faults ?? {};
  return [
    ...(path === undefined ? [] : [`the pods see ${host ?? ''}${path}`]),
    ...(abort ? [`${abort.percent} % are aborted with ${abort.status ?? abort.grpcStatus}`] : []),
    ...(delay ? [`${delay.percent} % are delayed by ${delay.duration}`] : []),
    ...mirrors.map((mirror) =>
      `${mirror.percent} % are copied to ${mirror.namespace}/${mirror.service} ${mirror.version ?? mirror.subset ?? ''}`.trimEnd(),
    ),
    ...(timeout === undefined ? [] : [`it ends after ${timeout}`]),
    ...(retries && retries.tries !== 3 ? [`it is tried ${retries.tries === 1 ? 'once' : `up to ${retries.tries} times`}`] : []),
    ...(affinity === undefined ? [] : [`a client stays on one pod ${affinity}`]),
    ...unmodelled.map((reason) => `not modelled: ${reason}`),
    ...assumptions.map((text) => `assumed: ${text}`),
  ];
}

function stepText({ kind, text, object, path, matched }: Step, colors: Colors): string {
  const place = kind === 'rule' ? ` (${[object, path].filter(Boolean).join(' ')})` : '';
  if (matched === undefined) return kind === 'note' ? colors.yellow(text) : text;
  return matched ? `${colors.green('✓')} ${text}${colors.dim(place)}` : colors.dim(`✗ ${text}${place}`);
}

/** A chain of calls as a tree, one line for each call. */
export function chainText(hop: Hop, colors: Colors, depth = 0): string {
  const share = hop.share === 1 ? '' : ` (${Number((hop.share * 100).toFixed(2))} % of the requests)`;
  const circle = hop.circle ? ', and back to a caller: not followed further' : '';
  const line = `${'  '.repeat(depth)}${requestText(hop.request)} ${colors.bold(resultText(hop.answer))}${share}${circle}\n`;
  return line + hop.calls.map((call) => chainText(call, colors, depth + 1)).join('');
}
