import { areaOf, CATALOG, type Entry, entryOf } from '../../check/catalog';
import { similarCode } from '../../check/similar-code';
import { type CliCommand, commandLine, runCommandLine, UsageError } from '../command';
import { EXIT_FINE, type Io } from '../io';

interface ExplainOptions {
  readonly format: string;
}

/** `progressive explain`: what a check looks for, why, and how to mend it. */
export const explainCommand: CliCommand = {
  summary: 'what a check looks for, why, and how to mend it',
  run(args, io) {
    const command = commandLine(
      'explain',
      'Tells what a check looks for, what happens at run time, and how to mend it; without a code, lists them all.',
      'progressive explain PD0101',
    ).argument('[code]', 'a code, such as PD0101');
    return runCommandLine(command, args, io, async () => explain(command.args[0], command.opts<ExplainOptions>(), io));
  },
};

function explain(code: string | undefined, { format }: ExplainOptions, io: Io): number {
  const entries = code === undefined ? CATALOG : [known(code)];
  if (format === 'json') io.stdout(`${JSON.stringify(code === undefined ? { checks: entries } : entries[0], null, 2)}\n`);
  else io.stdout(code === undefined ? listText() : entryText(entries[0]));
  return EXIT_FINE;
}

function known(code: string): Entry {
  const entry = entryOf(code.toUpperCase());
  if (entry) return entry;
  throw new UsageError(`there is no check '${code}'; did you mean ${similarCode(code)}? 'progressive explain' lists them all.`);
}

function listText(): string {
  const areas = new Map<string, Entry[]>();
  for (const entry of CATALOG) areas.set(areaOf(entry.code), [...(areas.get(areaOf(entry.code)) ?? []), entry]);
  return [...areas]
    .map(
      ([area, entries]) =>
        `${area}\n${entries.map(({ code, severity, title }) => `  ${code}  ${severity.padEnd(7)}  ${title}\n`).join('')}`,
    )
    .join('\n');
}

function entryText({ code, severity, title, why, fix, links }: Entry): string {
  const more = links.length > 0 ? `\nMore:\n${links.map((link) => `  ${link}\n`).join('')}` : '';
  return `${code} (${severity}): ${title}\n\nWhat happens: ${why}\n\nHow to mend it: ${fix}\n${more}`;
}
