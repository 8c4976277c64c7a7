import * as path from 'node:path';
import type { OutputName } from '../../output/output';
import { runApp } from '../../synth/run-app';
import { type CliCommand, commandLine, exitCode, runCommandLine, UsageError } from '../command';
import type { Io } from '../io';
import { withProgress } from '../progress';
import { type Project, type ProjectApp, readProject } from '../project';
import { someAtATime } from '../some-at-a-time';
import { type AppResult, failures, hasProblems, summary } from '../synth-summary';
import { watchFolder } from '../watch';

interface SynthOptions {
  readonly config: string;
  readonly app?: string;
  readonly output: string;
  readonly env?: string[];
  readonly out?: string;
  readonly check: boolean;
  readonly force?: boolean;
  readonly watch?: boolean;
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
      .option('--watch', 'synthesize again after each change of a file, until Ctrl-C');
    return runCommandLine(command, args, io, async () => synth(command.opts<SynthOptions>(), io));
  },
};

async function synth(options: SynthOptions, io: Io): Promise<number> {
  const outputs = outputsOf(options.output);
  const project = readProject(io.cwd, options.config, options.app, options.out);
  if (!options.watch) return synthProject(project, outputs, options, io);
  return watchFolder(project.folder, outputFolders(project), async () => {
    try {
      await synthProject(readProject(io.cwd, options.config, options.app, options.out), outputs, options, io);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      io.stderr(`${error.message}\n`);
    }
    if (!options.quiet) io.stderr('watching for changes; Ctrl-C ends it\n');
  });
}

function outputFolders({ output, apps }: Project): string[] {
  return [output, ...apps.map(({ name }) => path.join(output, name))];
}

async function synthProject(project: Project, outputs: readonly OutputName[], options: SynthOptions, io: Io): Promise<number> {
  const results: AppResult[] = [];
  const { apps } = project;
  for (const [index, run] of someAtATime(apps, (app) => synthApp(project, app, outputs, options)).entries()) {
    const which = `${apps[index]?.name}${apps.length > 1 ? ` (${index + 1} of ${apps.length})` : ''}`;
    const { said, ...result } = await withProgress(which, io, run);
    results.push(result);
    if (said) io.stderr(said);
    if (options.format !== 'json') io.stderr(summary(result, io, options.quiet ?? false));
  }
  if (options.format === 'json') io.stdout(`${JSON.stringify({ apps: results }, null, 2)}\n`);
  else io.stderr(failures(results, io));
  return exitCode(results.some(hasProblems));
}

function outputsOf(text: string): OutputName[] {
  const names = text.split(',').map((each) => {
    const name = OUTPUTS.find((known) => known === each.trim());
    if (!name) throw new UsageError(`there is no output '${each.trim()}'; there are ${OUTPUTS.join(', ')}.`);
    return name;
  });
  return [...new Set(names)];
}

async function synthApp(
  project: Project,
  app: ProjectApp,
  outputs: readonly OutputName[],
  options: SynthOptions,
): Promise<AppResult & { said: string }> {
  const started = process.hrtime.bigint();
  const folder = path.join(project.output, app.name);
  const run = await runApp(app.run, project.folder, {
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
