import { Command, CommanderError, Option } from 'commander';
import { EXIT_FINE, EXIT_PROBLEMS, EXIT_USAGE, type Io } from './io';

/** One command of `progressive`: a file beside the others, and a line in the list. */
export interface CliCommand {
  /** One line for `progressive --help`. */
  readonly summary: string;
  /** Parses and acts; gives the exit code. */
  run(args: readonly string[], io: Io): Promise<number>;
}

/** Something a person did wrong or that cannot be read: its message is all that is shown, with exit code 2. */
export class UsageError extends Error {}

/** What every command has: its name, what it does, an example to copy, and the options that all share. Without formats it has no answer to print. */
export function commandLine(name: string, description: string, example: string, formats: readonly string[] = ['text', 'json']): Command {
  const command = new Command(`progressive ${name}`)
    .description(description)
    .addHelpText('after', `\nExample:\n${example.replace(/^/gm, '  ')}`)
    .showHelpAfterError(`'progressive ${name} --help' tells more.`)
    .addOption(
      new Option('--color <when>', 'whether text is coloured; NO_COLOR is obeyed').choices(['auto', 'always', 'never']).default('auto'),
    )
    .option('-q, --quiet', 'print data and problems only')
    .helpOption('-h, --help', 'show this help');
  return formats.length === 0
    ? command
    : command.addOption(new Option('--format <format>', 'how the answer is printed').choices(formats).default('text'));
}

/**
 * Parses the arguments and runs the action; gives the exit code. Nothing else of the command line exits or prints by itself.
 */
export async function runCommandLine(
  command: Command,
  args: readonly string[],
  io: Io,
  action: (command: Command) => Promise<number>,
): Promise<number> {
  let code = EXIT_FINE;
  command
    .exitOverride()
    .configureOutput({ writeOut: (text) => io.stdout(text), writeErr: (text) => io.stderr(text) })
    .action(async () => {
      code = await action(command);
    });
  try {
    await command.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT_FINE : EXIT_USAGE;
    if (error instanceof UsageError) {
      io.stderr(`${command.name()}: ${error.message}\n`);
      return EXIT_USAGE;
    }
    throw error;
  }
}

/** The exit code for whether there were problems. */
export function exitCode(problems: boolean): number {
  return problems ? EXIT_PROBLEMS : EXIT_FINE;
}
