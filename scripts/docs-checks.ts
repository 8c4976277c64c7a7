import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { areaOf, CATALOG, type Entry } from '../lib/check/catalog';

// Writes docs/checks from the rules; with --check it only says whether the pages are as the rules have them.
const folder = join(__dirname, '..', 'docs', 'checks');
const MARK = '<!-- Made by `npm run docs:checks` from the rules: do not edit. -->';

function page({ code, severity, title, why, fix, links }: Entry): string {
  const more = links.length > 0 ? `\n## More\n\n${links.map((link) => `- <${link}>\n`).join('')}` : '';
  return `${MARK}\n# ${code}: ${title}\n\nSeverity: ${severity}\n\n## What happens\n\n${why}\n\n## How to mend it\n\n${fix}\n\n## When it is meant so\n\nSay so on the object, with the reason:\n\n\`\`\`yaml\nmetadata:\n  annotations:\n    progressive.cdk8s.io/ignore: '${code}: why it does not matter here'\n\`\`\`\n${more}`;
}

function index(): string {
  const areas = new Map<string, Entry[]>();
  for (const entry of CATALOG) areas.set(areaOf(entry.code), [...(areas.get(areaOf(entry.code)) ?? []), entry]);
  const tables = [...areas].map(
    ([area, entries]) =>
      `## ${area}\n\n| code | severity | what it looks for |\n|---|---|---|\n${entries.map(({ code, severity, title }) => `| [${code}](${code}.md) | ${severity} | ${title} |\n`).join('')}`,
  );
  return `${MARK}\n# Checks\n\nWhat \`progressive check\` and \`synth\` look for: ${CATALOG.length} checks. Each has a stable code.\n\n${tables.join('\n')}`;
}

function main(checkOnly: boolean): number {
  const wanted = new Map([['README.md', index()], ...CATALOG.map((entry) => [`${entry.code}.md`, page(entry)] as const)]);
  const present = existsSync(folder) ? readdirSync(folder).filter((name) => name === 'README.md' || /^PD[0-9]{4}\.md$/.test(name)) : [];
  const gone = present.filter((name) => !wanted.has(name));
  const stale = [...wanted].filter(([name, text]) => !present.includes(name) || readFileSync(join(folder, name), 'utf8') !== text);
  if (checkOnly) {
    for (const name of [...gone, ...stale.map(([each]) => each)])
      process.stderr.write(`docs/checks/${name} is not as the rules have it.\n`);
    if (gone.length + stale.length > 0) process.stderr.write('Run `npm run docs:checks`.\n');
    return gone.length + stale.length > 0 ? 1 : 0;
  }
  mkdirSync(folder, { recursive: true });
  for (const name of gone) rmSync(join(folder, name));
  for (const [name, text] of stale) writeFileSync(join(folder, name), text);
  return 0;
}

process.exitCode = main(process.argv.includes('--check'));
