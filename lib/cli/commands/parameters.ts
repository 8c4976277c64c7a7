import pc from 'picocolors';
import { readEnvironments } from '../../parameters/environments';
import { requirementOf } from '../../parameters/requirement';
import { type ParametricApp, parametricApps } from '../apps';
import { type CliCommand, commandLine, runCommandLine, UsageError } from '../command';
import { EXIT_FINE, type Io } from '../io';

interface Row {
  readonly name: string;
  readonly type: string;
  readonly allowed: string;
  readonly default: unknown;
  readonly description?: string;
  /** What the environments state, by their names. */
  readonly environments: { readonly [name: string]: unknown };
}

/** `progressive parameters`: what varies, what it may be, and what each environment states. */
export const parametersCommand: CliCommand = {
  summary: 'list what varies in an app, and what each environment states',
  run(args, io) {
    const command = commandLine('parameters', 'Lists the parameters of the apps of a project.', 'progressive parameters hands-on')
      .argument('[app]', 'this app only')
      .option('-c, --config <file>', 'the project file', 'cdk8s.yaml');
    return runCommandLine(command, args, io, async () => {
      const { config, format } = command.opts<{ config: string; format: string }>();
      const apps = (await parametricApps({ config, of: command.args[0] }, io)).map((app) => ({
        app: app.app.name,
        parameters: rowsOf(app),
      }));
      if (format === 'json') io.stdout(`${JSON.stringify({ apps }, null, 2)}\n`);
      else for (const { app, parameters } of apps) io.stdout(table(app, parameters, io));
      return EXIT_FINE;
    });
  },
};

function rowsOf({ parameters, files }: ParametricApp): Row[] {
  const { environments, problems } = readEnvironments(files, parameters);
  if (problems.length > 0) throw new UsageError(problems.join('\n'));
  return parameters.map((parameter) => ({
    name: parameter.name,
    type: parameter.type,
    allowed: requirementOf(parameter),
    default: parameter.defaultValue,
    description: parameter.description,
    environments: Object.fromEntries(
      environments.flatMap(({ name, values }) => (values.has(parameter.name) ? [[name, values.get(parameter.name)]] : [])),
    ),
  }));
}

function table(app: string, rows: readonly Row[], io: Io): string {
  const colors = pc.createColors(io.color);
  if (rows.length === 0) return `${colors.bold(app)}: nothing varies\n`;
  const width = Math.max(...rows.map(({ name }) => name.length));
  const lines = rows.flatMap(({ name, allowed, default: value, description, environments }) => {
    const stated = Object.entries(environments).map(([environment, own]) => `${environment}: ${JSON.stringify(own)}`);
    const values = [`default: ${JSON.stringify(value)}`, ...stated].join(', ');
    const indent = ' '.repeat(width + 4);
    return [`  ${name.padEnd(width)}  ${values}`, ...(description ? [`${indent}${description}`] : []), colors.dim(`${indent}${allowed}`)];
  });
  return `${colors.bold(app)}\n${lines.join('\n')}\n`;
}
