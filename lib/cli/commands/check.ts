import { Option } from 'commander';
import { type CheckReport, check, withPositions } from '../../check/check';
import type { Finding, Severity } from '../../check/finding';
import { FORMATS } from '../../check/formats';
import type { Format } from '../../check/formats/result';
import { kubernetesVersionOf, kubernetesVersions } from '../../check/schema/versions';
import { sortFindings } from '../../check/sort';
import { readPaths } from '../../model/files';
import { renderWithPrograms } from '../../model/files/render';
import { type InputFile, readManifests } from '../../model/read';
import { READ_PROBLEMS } from '../../model/read/problems';
import type { SourcedManifest } from '../../model/sourced';
import { suppressionsOf } from '../check-settings';
import { type CliCommand, commandLine, exitCode, runCommandLine, UsageError } from '../command';
import { EXIT_USAGE, type Io } from '../io';
import { linesOf } from '../lines';

interface CheckCommandOptions {
  readonly format: string;
  readonly kubernetesVersion?: string;
  readonly crds: string[];
  readonly context: string[];
  readonly ignore: string[];
  readonly severity: Severity;
  readonly quiet?: boolean;
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];
const collect = (value: string, all: string[]): string[] => [...all, value];

/** `progressive check`: what is wrong with manifests, before a cluster says so. */
export const checkCommand: CliCommand = {
  summary: 'find what is wrong with any manifests before a cluster does',
  run(args, io) {
    const command = commandLine(
      'check',
      'Checks manifests: each object against its schema, and all of them together for what would fail at run time. Errors and warnings give exit code 1; what lies outside the given files is a note.',
      'progressive check dist/shop/yaml/prod --context platform/gateways\nhelm template shop | progressive check -',
      FORMATS.map(({ name }) => name),
    )
      .argument('<path...>', 'YAML files, folders, a chart, a kustomization, or - for standard input')
      .option('--kubernetes-version <version>', `${kubernetesVersions[0]} to ${kubernetesVersions.at(-1)} (default: the newest)`)
      .option('--crds <path>', 'CustomResourceDefinitions of further kinds; may be repeated', collect, [])
      .option('--context <path>', 'manifests that may be referred to and are not checked; may be repeated', collect, [])
      .option('--ignore <code=reason>', 'do not report a code, and why; may be repeated', collect, [])
      .addOption(new Option('--severity <severity>', 'report nothing below it').choices(SEVERITIES).default('note'));
    return runCommandLine(command, args, io, async () => checkPaths(command.args, command.opts<CheckCommandOptions>(), io));
  },
};

async function checkPaths(paths: readonly string[], options: CheckCommandOptions, io: Io): Promise<number> {
  const format = FORMATS.find(({ name }) => name === options.format) as Format;
  const version = versionOf(options.kubernetesVersion);
  const stdin = paths.includes('-') ? await io.stdin() : undefined;
  const own = read(paths, io, stdin);
  const context = read(options.context, io, stdin);
  const crds = read(options.crds, io, stdin);
  const report = check(own.manifests, {
    context: context.manifests,
    crds: crds.manifests,
    problems: [...own.problems, ...context.problems, ...crds.problems],
    kubernetesVersion: version,
    ignore: suppressionsOf(io.cwd, options.ignore),
  });
  const findings = positioned(report, options.severity, own.manifests);
  const text = format.render({ ...report, findings, lineOf: linesOf(own.inputs) }, { color: io.color, quiet: options.quiet ?? false });
  if (text !== '') io.stdout(text);
  if ([...own.problems, ...context.problems, ...crds.problems].some(isUnreadable)) return EXIT_USAGE;
  return exitCode(findings.some(({ severity }) => severity !== 'note'));
}

function positioned(report: CheckReport, least: Severity, manifests: readonly SourcedManifest[]): Finding[] {
  const shown = report.findings.filter(({ severity }) => SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(least));
  return sortFindings(withPositions(shown, manifests));
}

interface Read {
  readonly inputs: readonly InputFile[];
  readonly manifests: readonly SourcedManifest[];
  readonly problems: readonly Finding[];
}

function read(paths: readonly string[], io: Io, stdin: string | undefined): Read {
  const files = readPaths(paths, { cwd: io.cwd, stdin, render: renderWithPrograms });
  const { manifests, problems } = readManifests(files.inputs);
  return { inputs: files.inputs, manifests, problems: [...files.problems, ...problems] };
}

/** Faults that keep a file from being read at all; the others are problems of what was read. */
const UNREADABLE: readonly string[] = (['unreadable', 'encoding', 'binary', 'syntax', 'program', 'depth', 'alias'] as const).map(
  (what) => READ_PROBLEMS[what],
);

const isUnreadable = ({ code, severity }: Finding): boolean => severity === 'error' && UNREADABLE.includes(code);

function versionOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const version = kubernetesVersionOf(text);
  if (!version) throw new UsageError(`there are no schemas of Kubernetes '${text}'; there are ${kubernetesVersions.join(', ')}.`);
  return version;
}
