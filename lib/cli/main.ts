#!/usr/bin/env node
import { commands } from './commands';
import { EXIT_FINE, EXIT_USAGE, processIo } from './io';

async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  const io = processIo(colorWanted(args));
  const load = name === undefined || !Object.hasOwn(commands, name) ? undefined : commands[name];
  if (load) return load().run(rest, io);
  if (name === '--version' || name === '-V') {
    io.stdout(`${(require('../../../package.json') as { version: string }).version}\n`);
    return EXIT_FINE;
  }
  const asked = name === '--help' || name === '-h' || name === 'help';
  const [about] = rest;
  if (asked && about !== undefined) return main([about, '--help']);
  if (name !== undefined && !asked) io.stderr(unknownCommand(name));
  else (asked ? io.stdout : io.stderr)(overview());
  return asked ? EXIT_FINE : EXIT_USAGE;
}

function unknownCommand(name: string): string {
  const known = Object.keys(commands);
  const { nearestName } = require('../check/schema/nearest') as typeof import('../check/schema/nearest');
  const nearest = nearestName(name, known);
  const guess = nearest ? `did you mean '${nearest}'? There are` : 'there are';
  return `progressive: there is no command '${name}'; ${guess} ${known.join(', ')}.\n'progressive --help' says what each does.\n`;
}

function overview(): string {
  const rows = Object.entries(commands).map(([name, load]) => `  ${name.padEnd(12)}${load().summary}`);
  return `progressive: progressive delivery for Kubernetes\n\nCommands (progressive COMMAND --help tells more):\n${rows.join('\n')}\n`;
}

function colorWanted(args: readonly string[]): boolean {
  const stated = args.find((arg) => arg.startsWith('--color='))?.slice('--color='.length) ?? args[args.indexOf('--color') + 1];
  if (args.some((arg) => arg === '--color' || arg.startsWith('--color=')) && stated !== 'auto') return stated === 'always';
  return process.stdout.isTTY === true && process.stderr.isTTY === true && !process.env.NO_COLOR;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: Error) => {
    process.stderr.write(`progressive: ${error.message}\n`);
    process.exitCode = EXIT_USAGE;
  },
);
