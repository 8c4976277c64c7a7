import type { Command } from 'commander';
import type { AppSelection } from './apps';
import type { ChangeOptions } from './change';
import { commandLine, UsageError } from './command';

export type ChangeCommandOptions = AppSelection & ChangeOptions;

/** What the commands that change an environment's file have in common. */
export function changeCommandLine(name: string, description: string, example: string): Command {
  return commandLine(name, description, example)
    .requiredOption('-e, --env <name>', 'the environment whose file is changed')
    .option('-c, --config <file>', 'the project file', 'cdk8s.yaml')
    .option('--of <app>', 'the app, where several have the service or parameter')
    .option('--dry-run', 'show what would change, and write nothing');
}

/** `NAME=VALUE` by name. */
export function assignments(args: readonly string[]): Map<string, string> {
  const pairs = args.map((arg): [string, string] => {
    const equals = arg.indexOf('=');
    if (equals < 1) throw new UsageError(`'${arg}' is no assignment; write NAME=VALUE.`);
    return [arg.slice(0, equals), arg.slice(equals + 1)];
  });
  const names = pairs.map(([name]) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new UsageError(`'${twice}' is stated twice.`);
  return new Map(pairs);
}
