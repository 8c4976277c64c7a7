import { at, entriesAt, listAt, numberAt, textAt, textsAt } from '../../model/loose';
import type { Calls } from './calls';
import type { Expectation } from './expectations';
import type { Request } from './request';

/** A request of a table, with what is expected of it. */
export interface TableRequest extends Request {
  readonly name?: string;
  readonly expect?: Expectation;
}

/** A file of requests: a list, or a mapping with `requests`, and `calls` where services call each other. */
export interface RequestFile {
  readonly requests: readonly TableRequest[];
  readonly calls: readonly Calls[];
  readonly problems: readonly string[];
}

const FIELDS = new Set(['id', 'name', 'from', 'host', 'path', 'method', 'headers', 'port', 'tls', 'expect', 'count', 'sweep', 'mirrors']);
const EXPECTED = new Set(['version', 'subset', 'service', 'status', 'shares', 'location', 'path', 'host', 'calls']);

/** Checks what was read from a file of requests. What is wrong is told with its place; nothing is guessed. */
export function requestFile(data: unknown): RequestFile {
  const problems: string[] = [];
  const list = Array.isArray(data) ? data : at(data, 'requests');
  if (!Array.isArray(list))
    return { requests: [], calls: [], problems: ['it holds neither a list of requests nor a mapping with `requests`'] };
  const requests = list.flatMap((request, index) => {
    const found = faultsOf(request, `requests[${index}]`);
    problems.push(...found);
    return found.length === 0 ? [withName(request as TableRequest)] : [];
  });
  const calls = listAt(data, 'calls').flatMap((call, index) => {
    const from = textAt(call, 'from');
    const to = listAt(call, 'to').map((one) => (typeof one === 'string' ? { host: one } : (one as Calls['to'][number])));
    if (!from || to.length === 0 || to.some((one) => textAt(one, 'host') === undefined)) {
      problems.push(`calls[${index}] needs \`from\` (a service) and \`to\` (a list of hosts, or of mappings with \`host\`)`);
      return [];
    }
    return [{ from, forwards: textsAt(call, 'forwards'), to }];
  });
  return { requests, calls, problems };
}

function withName(request: TableRequest): TableRequest {
  return request.name === undefined ? { ...request, name: textAt(request, 'id') } : request;
}

function faultsOf(request: unknown, place: string): string[] {
  if (typeof request !== 'object' || request === null || Array.isArray(request)) return [`${place} is no mapping`];
  const unknown = Object.keys(request).filter((field) => !FIELDS.has(field));
  const port = at(request, 'port');
  return [
    ...(textAt(request, 'host') ? [] : [`${place} has no \`host\``]),
    ...unknown.map((field) => `${place} has the unknown field \`${field}\`; there are ${[...FIELDS].join(', ')}`),
    ...['from', 'path', 'method']
      .filter((field) => at(request, field) !== undefined && textAt(request, field) === undefined)
      .map((field) => `${place}.${field} is no text`),
    ...(port === undefined || (Number.isInteger(numberAt(request, 'port')) && (port as number) > 0 && (port as number) < 65_536)
      ? []
      : [`${place}.port is no port`]),
    ...(at(request, 'headers') === undefined || entriesAt(request, 'headers').every(([, value]) => isValue(value))
      ? []
      : [`${place}.headers has a value that is neither text nor a list of texts`]),
    ...expectFaults(at(request, 'expect'), `${place}.expect`),
  ];
}

function isValue(value: unknown): boolean {
  return Array.isArray(value)
    ? value.every((one) => !Array.isArray(one) && isValue(one))
    : ['string', 'number', 'boolean'].includes(typeof value);
}

function expectFaults(expect: unknown, place: string): string[] {
  if (expect === undefined || typeof expect === 'string') return [];
  if (typeof expect !== 'object' || expect === null || Array.isArray(expect)) return [`${place} is neither a version nor a mapping`];
  return Object.keys(expect)
    .filter((field) => !EXPECTED.has(field))
    .map((field) => `${place} has the unknown field \`${field}\`; there are ${[...EXPECTED].join(', ')}`);
}
