import * as path from 'node:path';
import { parameterOf } from '../parameters/data';
import type { Steering } from '../parameters/day2/steering';
import type { EnvironmentFile } from '../parameters/environment';
import type { Parameter } from '../parameters/parameter';
import { readEnvironmentFiles } from '../synth/environment-files';
import { runApp } from '../synth/run-app';
import { UsageError } from './command';
import type { Io } from './io';
import { type Project, type ProjectApp, readProject } from './project';
import { someAtATime } from './some-at-a-time';

/** An app with what varies in it. */
export interface ParametricApp {
  readonly app: ProjectApp;
  readonly parameters: readonly Parameter[];
  readonly steering: readonly Steering[];
  readonly files: readonly EnvironmentFile[];
}

export interface AppSelection {
  readonly config: string;
  /** Default: all apps of the project. */
  readonly of?: string;
}

/** Runs the apps of a project and asks each for its parameters. */
export async function parametricApps({ config, of }: AppSelection, io: Io): Promise<ParametricApp[]> {
  const project = readProject(io.cwd, config, undefined, undefined);
  const apps = project.apps.filter(({ name }) => of === undefined || name === of);
  if (apps.length === 0) throw new UsageError(`there is no app '${of}'; there are ${project.apps.map(({ name }) => name).join(', ')}.`);
  return Promise.all(someAtATime(apps, (app) => parametricApp(app, project)));
}

async function parametricApp(app: ProjectApp, project: Project): Promise<ParametricApp> {
  const run = await runApp(app.run, project.folder, {
    app: app.name,
    appFolder: app.folder,
    folder: path.join(project.output, app.name),
    outputs: [],
    parametersOnly: true,
    check: false,
    force: false,
  });
  if (!run.answer) throw new UsageError(`${app.name}: ${run.failure}`);
  const { problems, parameters } = run.answer;
  if (problems.length > 0 || !parameters) throw new UsageError(`${app.name}:\n${problems.map((each) => `  - ${each}`).join('\n')}`);
  return {
    app,
    parameters: parameters.parameters.map(parameterOf),
    steering: parameters.steering,
    files: readEnvironmentFiles(app.folder),
  };
}

/** The one app that fits; what is looked for is named in the message when none or several do. */
export function oneApp(apps: readonly ParametricApp[], what: string, fits: (app: ParametricApp) => boolean, known: string): ParametricApp {
  const found = apps.filter(fits);
  const [only] = found;
  if (only && found.length === 1) return only;
  if (only) throw new UsageError(`${found.map(({ app }) => app.name).join(' and ')} both have ${what}; say which with --of APP.`);
  throw new UsageError(`there is no ${what}; ${known}`);
}
