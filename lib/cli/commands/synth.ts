import * as path from 'node:path';
import pc from 'picocolors';
import type { Finding } from '../../check/finding';
import { describeId } from '../../manifest/manifest';
import type { OutputName } from '../../output/output';
import type { SynthAnswer } from '../../synth/answer';
import { runApp } from '../../synth/run-app';
import { type CliCommand, commandLine, exitCode, runCommandLine, UsageError } from '../command';
import type { Io } from '../io';
import { type Project, type ProjectApp, readProject } from '../project';

interface SynthOptions {
  readonly config: string;
  readonly app?: string;
  readonly output: string;
  readonly env?: string[];
  readonly out?: string;
  readonly check: boolean;
  readonly force?: boolean;
  readonly format: string;
  readonly quiet?: boolean;
}

const OUTPUTS: readonly OutputName[] = ['yaml', 'helm', 'kustomize', 'gitops'];

/** `progressive synth`: runs the apps of a project and writes their outputs. */
export const synthCommand: CliCommand = {
  summary: 'write the manifests of all apps, as YAML, Helm chart, Kustomize tree or GitOps repository',
  run(args, io) {
    const command = commandLine(
      'synth',
      'Runs the apps of a project, checks what they make, and writes it.',
      'progressive synth -o yaml,helm -e prod',
    )
      .option('-c, --config <file>', 'the project file', 'cdk8s.yaml')
      .option('--app <command>', 'run this app instead of those of the project file')
      .option('-o, --output <names>', `outputs, separated by commas: ${OUTPUTS.join(', ')}`, 'yaml')
      .option('-e, --env <name...>', 'these environments only')
      .option('--out <folder>', 'where outputs are written (default: dist)')
      .option('--no-check', 'write without checking')
      .option('--force', 'also replace files that were changed by hand')
      .option('--format <format>', 'text or json', 'text');
    return runCommandLine(command, args, io, async () => synth(command.opts<SynthOptions>(), io));
  },
};

interface AppResult {
  readonly app: string;
  readonly folder: string;
  readonly seconds: number;
  readonly failure?: string;
  readonly answer?: SynthAnswer;
}

async function synth(options: SynthOptions, io: Io): Promise<number> {
  const outputs = outputsOf(options.output);
  const project = readProject(io.cwd, options.config, options.app, options.out);
  const results: AppResult[] = [];
  for (const app of project.apps) {
    const { said, ...result } = synthApp(project, app, outputs, options);
    results.push(result);
    if (said) io.stderr(said);
    if (options.format !== 'json') io.stderr(summary(result, io, options.quiet ?? false));
  }
  if (options.format === 'json') io.stdout(`${JSON.stringify({ apps: results }, null, 2)}\n`);
  return exitCode(results.some(hasProblems));
}

function outputsOf(text: string): OutputName[] {
  return text.split(',').map((each) => {
    const name = OUTPUTS.find((known) => known === each.trim());
    if (!name) throw new UsageError(`there is no output '${each.trim()}'; there are ${OUTPUTS.join(', ')}.`);
    return name;
  });
}

function synthApp(project: Project, app: ProjectApp, outputs: OutputName[], options: SynthOptions): AppResult & { said: string } {
  const started = process.hrtime.bigint();
  const folder = path.join(project.output, app.name);
  const run = runApp(app.run, project.folder, {
    app: app.name,
    appFolder: app.folder,
    folder,
    outputs,
    environments: options.env,
    check: options.check,
    force: options.force ?? false,
  });
  return { app: app.name, folder, seconds: Number(process.hrtime.bigint() - started) / 1e9, ...run };
}

function hasProblems(result: AppResult): boolean {
  const { answer } = result;
  return answer === undefined || answer.problems.length > 0 || answer.findings.some((finding) => finding.severity === 'error');
}

function summary({ app, folder, seconds, failure, answer }: AppResult, io: Io, quiet: boolean): string {
  const colors = pc.createColors(io.color);
  const shown = path.relative(io.cwd, folder) || '.';
  if (!answer) return `${colors.red('✗')} ${colors.bold(app)}: ${failure}\n`;
  if (answer.problems.length > 0) {
    return `${colors.red('✗')} ${colors.bold(app)}: nothing was written to ${shown}\n${answer.problems.map((each) => `    ${each}\n`).join('')}`;
  }
  const findings = findingLines(answer.findings, colors);
  if (!answer.written)
    return `${colors.red('✗')} ${colors.bold(app)}: nothing was written to ${shown} (--no-check writes all the same)\n${findings}`;
  if (quiet) return findings;
  const { created = [], updated = [], deleted = [] } = answer.written ?? {};
  const changes = [
    created.length > 0 ? colors.green(`${created.length} new`) : '',
    updated.length > 0 ? colors.yellow(`${updated.length} changed`) : '',
    deleted.length > 0 ? colors.red(`${deleted.length} deleted`) : '',
  ].filter(Boolean);
  const environments =
    answer.environments.length === 1 ? `environment ${answer.environments[0]}` : `${answer.environments.length} environments`;
  return `${colors.green('✓')} ${colors.bold(app)}: ${answer.objects} objects, ${environments} → ${shown} (${changes.join(', ') || 'unchanged'}) ${colors.dim(`${seconds.toFixed(2)} s`)}\n${findings}`;
}

/** Errors and warnings, a paragraph each; notes are for `progressive check`. */
function findingLines(findings: readonly Finding[], colors: ReturnType<typeof pc.createColors>): string {
  return findings
    .filter(({ severity }) => severity !== 'note')
    .map(({ code, severity, message, fix, object, construct }) => {
      const label = severity === 'error' ? colors.red(`${severity} ${code}`) : colors.yellow(`${severity} ${code}`);
      const where = [object && describeId(object), construct].filter(Boolean).join(', ');
      return `    ${label} ${where}: ${message}\n      ${colors.dim(fix)}\n`;
    })
    .join('');
}
