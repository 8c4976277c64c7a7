import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { load } from 'js-yaml';
import { createColors } from 'picocolors';
import { readPaths } from '../../model/files';
import { withControllers } from '../../model/made/with-controllers';
import type { ReleaseModel } from '../../model/model';
import { readManifests } from '../../model/read';
import { type Calls, callChain } from '../../simulate/requests/calls';
import { unmet } from '../../simulate/requests/expectations';
import type { Request } from '../../simulate/requests/request';
import { route } from '../../simulate/requests/route';
import { routingModel } from '../../simulate/requests/routing-model';
import { type RequestFile, requestFile } from '../../simulate/requests/table-file';
import { answerText, chainText, requestText, resultText } from '../../simulate/requests/text';
import { type CliCommand, commandLine, exitCode, runCommandLine, UsageError } from '../command';
import type { Io } from '../io';

interface RouteOptions {
  readonly host?: string;
  readonly path?: string;
  readonly method?: string;
  readonly header: readonly string[];
  readonly from?: string;
  readonly port?: string;
  readonly tls?: boolean;
  readonly requests?: string;
  readonly expect?: string;
  readonly weight?: string;
  readonly format: string;
  readonly quiet?: boolean;
}

/** `progressive route`: which version answers a request, and why. */
export const routeCommand: CliCommand = {
  summary: 'foretell which version answers a request, and why',
  run(args, io) {
    const command = commandLine(
      'route',
      'Foretells which version answers a request, and why: as Istio, Gateway API and plain Services route it. Nothing is sent.',
      [
        "progressive route dist/hands-on/yaml/default --host shop.example.com --path /reviews --header 'x-group: test'",
        'progressive route manifests/ --from mesh:shop/web --host reviews --port 80',
        'progressive route manifests/ --expect requests.yaml',
      ].join('\n'),
    )
      .argument('<path...>', 'YAML files, folders, a chart, a kustomization, or - for standard input')
      .option('--host <host>', 'the host that is asked for')
      .option('--path <path>', 'the path with its query (default: /)')
      .option('--method <method>', 'the method (default: GET)')
      .option('--header <header>', "a header, 'name: value'; may be given several times", (value, all: string[]) => [...all, value], [])
      .option('--from <start>', 'gateway, gateway:NAMESPACE/NAME, mesh:NAMESPACE/WORKLOAD, or a workload (default: the first gateway)')
      .option('--port <port>', 'the port that is connected to (default: 80, with --tls 443)')
      .option('--tls', 'the connection is TLS')
      .option('--requests <file>', 'a file with requests, or - for standard input')
      .option('--expect <file>', 'a file with requests and what is expected of them; exit code 1 when one is not met')
      .option('--weight <percent>', 'how far releases of Flagger and Argo Rollouts are: the weight of the new version (default: 0)');
    return runCommandLine(command, args, io, async () => answer(command.args, command.opts<RouteOptions>(), io));
  },
};

async function answer(paths: readonly string[], options: RouteOptions, io: Io): Promise<number> {
  const asked = [options.host, options.requests, options.expect].filter((one) => one !== undefined).length;
  if (asked !== 1) throw new UsageError('give one of --host, --requests and --expect.');
  const table = await tableOf(paths, options, io);
  const { model, unreadable } = await modelOfPaths(paths, options, io);
  const requests = table.requests.map((request) => ({ ...request, from: startOf(request.from, model) }));
  if (options.expect !== undefined) return expectations(model, { ...table, requests }, options, io);
  const answers = requests.map((request) => ({ request, hop: callChain(model, request, table.calls) }));
  const colors = createColors(io.color);
  if (options.format === 'json') {
    const list = answers.map(({ hop }) => ({ ...hop.answer, ...(hop.calls.length > 0 && { calls: hop.calls }) }));
    io.stdout(`${JSON.stringify(options.requests === undefined ? list[0] : list, null, 2)}\n`);
  } else {
    io.stdout(
      answers
        .map(({ request, hop }) => (hop.calls.length > 0 ? chainText(hop, colors) : answerText(request, hop.answer, colors)))
        .join('\n'),
    );
  }
  return exitCode(unreadable);
}

/** The request of the options, or those of a file. */
async function tableOf(paths: readonly string[], options: RouteOptions, io: Io): Promise<RequestFile> {
  const file = options.requests ?? options.expect;
  if (file === undefined) return { requests: [requestOf(options)], calls: [], problems: [] };
  if (file === '-' && paths.includes('-')) throw new UsageError('manifests and requests cannot both come from standard input.');
  let data: unknown;
  try {
    data = load(file === '-' ? await io.stdin() : readFileSync(resolve(io.cwd, file), 'utf8'));
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${(error as Error).message}`);
  }
  const table = requestFile(data);
  if (table.problems.length > 0)
    throw new UsageError(`${file} does not fit:\n${table.problems.map((problem) => `  ${problem}`).join('\n')}`);
  return table;
}

function requestOf({ host = '', path, method, header, from, port, tls }: RouteOptions): Request {
  const headers = new Map<string, string[]>();
  for (const text of header) {
    const colon = text.indexOf(':', 1);
    if (colon < 0) throw new UsageError(`--header '${text}' has no colon; it is 'name: value'.`);
    const name = text.slice(0, colon).trim();
    headers.set(name, [...(headers.get(name) ?? []), text.slice(colon + 1).trim()]);
  }
  if (port !== undefined && !/^[1-9]\d{0,4}$/.test(port)) throw new UsageError(`--port ${port} is no port.`);
  const number = port === undefined ? undefined : Number(port);
  return { host, path, method, headers: Object.fromEntries(headers), from, port: number, tls };
}

/** A bare name is a workload, of whatever namespace has one: `web` or `shop/web`. */
function startOf(from: string | undefined, { workloads }: ReleaseModel): string | undefined {
  if (from === undefined || from === 'gateway' || /^(?:gateway|mesh):/.test(from)) return from;
  if (from.includes('/')) return `mesh:${from}`;
  const named = workloads
    .filter(({ id, podLabels }) => id.name === from || podLabels.app === from)
    .map(({ id }) => `mesh:${id.namespace}/${id.name}`);
  if (named.length === 0)
    throw new UsageError(`there is no workload '${from}'; name one, or NAMESPACE/NAME for one outside of the manifests.`);
  return named[0];
}

async function modelOfPaths(
  paths: readonly string[],
  options: RouteOptions,
  io: Io,
): Promise<{ model: ReleaseModel; unreadable: boolean }> {
  const files = readPaths(paths, { cwd: io.cwd, stdin: paths.includes('-') ? await io.stdin() : undefined });
  const { manifests, problems } = readManifests(files.inputs);
  const serious = [...files.problems, ...problems].filter((problem) => problem.severity !== 'note');
  for (const { message, fix, location } of serious) {
    io.stderr(`${[location?.file, location?.line].filter((one) => one !== undefined).join(':')}: ${message} ${fix}\n`);
  }
  if (manifests.length === 0) throw new UsageError(`there are no manifests in ${paths.join(', ')}.`);
  const model = routingModel(withControllers(manifests, { weight: weightOf(options) }));
  for (const { object, reason, effect, by } of options.quiet ? [] : model.istio.dropped) {
    if (effect === 'refused')
      io.stderr(`${object.manifest.kind} ${object.manifest.metadata.name} is left out: ${by ?? 'Istio'} refuses it, because ${reason}.\n`);
  }
  return { model, unreadable: serious.length > 0 };
}

function weightOf({ weight = '0' }: RouteOptions): number {
  const number = Number(weight);
  if (weight.trim() === '' || !(number >= 0 && number <= 100)) throw new UsageError(`--weight ${weight} is not between 0 and 100.`);
  return number;
}

/** Holds every request of a table against what is expected of it. */
function expectations(
  model: ReleaseModel,
  { requests, calls }: { requests: RequestFile['requests']; calls: readonly Calls[] },
  options: RouteOptions,
  io: Io,
): number {
  const colors = createColors(io.color);
  const results = requests.map((request, index) => {
    const hop = callChain(model, request, calls);
    return {
      name: request.name ?? `request ${index + 1}`,
      request,
      hop,
      failed: request.expect === undefined ? [] : unmet(request.expect, hop),
    };
  });
  const failures = results.filter(({ failed }) => failed.length > 0);
  if (options.format === 'json') {
    const list = results.map(({ name, failed, hop }) => ({ name, met: failed.length === 0, unmet: failed, answer: hop.answer }));
    io.stdout(`${JSON.stringify(list, null, 2)}\n`);
    return exitCode(failures.length > 0);
  }
  for (const { name, request, hop, failed } of results) {
    if (failed.length === 0 && options.quiet) continue;
    const mark = failed.length === 0 ? colors.green('✓') : colors.red('✗');
    io.stdout(`${mark} ${name}: ${requestText(request)} ${resultText(hop.answer)}\n`);
    for (const text of failed) io.stdout(`    ${colors.red(text)}\n`);
    if (failed.length > 0) io.stdout(answerText(request, route(model, request), colors).replace(/^/gm, '    ').trimEnd().concat('\n'));
  }
  io.stdout(`${results.length - failures.length} of ${results.length} requests are answered as expected\n`);
  return exitCode(failures.length > 0);
}
