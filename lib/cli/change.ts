import * as fs from 'node:fs';
import * as path from 'node:path';
import { nearestName } from '../check/schema/nearest';
import { editValue } from '../parameters/day2/edit';
import { effectOf, overfullSplits } from '../parameters/day2/effect';
import { type Steering, steeringIn } from '../parameters/day2/steering';
import type { EnvironmentFile } from '../parameters/environment';
import { readEnvironments } from '../parameters/environments';
import { ENVIRONMENTS } from '../synth/environment-files';
import type { ParametricApp } from './apps';
import { UsageError } from './command';
import { EXIT_FINE, EXIT_PROBLEMS, type Io } from './io';

export interface ChangeOptions {
  readonly env: string;
  readonly format: string;
  readonly dryRun?: boolean;
  readonly quiet?: boolean;
}

/** What an environment is at now. */
export interface Now {
  /** Every value, those that it leaves at their defaults included. */
  readonly values: ReadonlyMap<string, unknown>;
  /** What decides between versions there. */
  readonly steering: readonly Steering[];
}

export function stateOf(app: ParametricApp, environment: string): Now {
  fileOf(app, environment);
  const values = complete(app, app.files, environment);
  return { values, steering: steeringIn(app.steering, values) };
}

/** Changes values in an environment's file, if that leaves it valid, and says what the change does. */
export function changeValues(app: ParametricApp, changes: ReadonlyMap<string, unknown>, options: ChangeOptions, io: Io): number {
  const file = fileOf(app, options.env);
  const before = complete(app, app.files, options.env);
  let { text } = file;
  for (const [name, value] of changes) {
    if (!isSame(before.get(name), value)) text = editValue(text, name.split('.'), value);
  }
  const files = app.files.map((each) => (each === file ? { ...file, text } : each));
  const after = complete(app, files, options.env);
  const overfull = overfullSplits(steeringIn(app.steering, after), after);
  if (overfull.length > 0) {
    io.stderr(overfull.map((each) => `${each}\n`).join(''));
    return EXIT_PROBLEMS;
  }
  if (text !== file.text && !options.dryRun) replaceFile(path.resolve(file.file), text);
  report(
    file,
    [...changes.keys()].filter((name) => !isSame(before.get(name), after.get(name))),
    before,
    after,
    app,
    othersThatChange(app, files, options.env),
    options,
    io,
  );
  return EXIT_FINE;
}

/** The environments that extend the changed one, and so change with it. */
function othersThatChange(app: ParametricApp, files: readonly EnvironmentFile[], changed: string): string[] {
  const now = readEnvironments(app.files, app.parameters).environments;
  return readEnvironments(files, app.parameters)
    .environments.filter(({ name, values }, index) => name !== changed && !isSame([...values], [...(now[index]?.values ?? [])]))
    .map(({ name }) => name);
}

function report(
  { file }: EnvironmentFile,
  changed: readonly string[],
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
  { app, steering }: ParametricApp,
  others: readonly string[],
  { env, format, dryRun = false, quiet }: ChangeOptions,
  io: Io,
): void {
  const changes = changed.map((name) => ({ name, from: before.get(name), to: after.get(name) }));
  const effect = effectOf(steeringIn(steering, after), before, after);
  if (format === 'json')
    io.stdout(`${JSON.stringify({ app: app.name, environment: env, file, written: !dryRun, changes, effect, others }, null, 2)}\n`);
  else if (changes.length === 0) io.stderr(`nothing to change: ${env} has these values already\n`);
  else {
    for (const { name, from, to } of changes) io.stdout(`${file}: ${name} ${JSON.stringify(from)} -> ${JSON.stringify(to)}\n`);
    for (const sentence of effect) io.stdout(`${sentence}\n`);
    if (others.length > 0) io.stdout(`the same in ${others.join(', ')}, which ${others.length > 1 ? 'extend' : 'extends'} ${env}\n`);
    if (!quiet) io.stderr(dryRun ? 'nothing was written (--dry-run)\n' : "now run 'progressive synth' and commit\n");
  }
}

function fileOf({ app, files }: ParametricApp, environment: string): EnvironmentFile {
  const file = files.find(({ name }) => name === environment);
  if (file) return file;
  const place = path.join(path.relative(process.cwd(), path.join(app.folder, ENVIRONMENTS)), `${environment}.yaml`);
  const names = files.map(({ name }) => name);
  const nearest = nearestName(environment, names);
  const known = nearest ? ` Did you mean '${nearest}'?` : names.length > 0 ? ` There are ${names.join(', ')}.` : '';
  throw new UsageError(`${app.name} has no environment '${environment}'.${known} An empty file ${place} makes it one.`);
}

function complete(app: ParametricApp, files: readonly EnvironmentFile[], environment: string): Map<string, unknown> {
  const { environments, problems } = readEnvironments(files, app.parameters);
  if (problems.length > 0) throw new UsageError(problems.join('\n'));
  const stated = environments.find(({ name }) => name === environment)?.values;
  return new Map(app.parameters.map(({ name, defaultValue }) => [name, stated?.has(name) ? stated.get(name) : defaultValue]));
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** All or nothing, and with the file's own permissions. */
function replaceFile(file: string, text: string): void {
  const target = fs.realpathSync(file);
  const staged = `${target}.new`;
  fs.writeFileSync(staged, text, { mode: fs.statSync(target).mode });
  fs.renameSync(staged, target);
}
