import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strategiesPage } from '../../lib/release/strategies-table';

// Writes docs/strategies.md from lib/release/strategies.ts; with --check it only says whether the page is as the code has it.
const path = join(__dirname, '..', '..', 'docs', 'strategies.md');
const page = `<!-- Made by \`scripts/docs/strategies.ts\` from lib/release/strategies.ts: do not edit. -->\n# Release strategies\n\nThe same as \`progressive strategies\`. Each is shown in \`apps/strategies\`.\n\n${strategiesPage()}`;

const stale = !existsSync(path) || readFileSync(path, 'utf8') !== page;
if (stale && process.argv.includes('--check')) {
  process.stderr.write('docs/strategies.md is not as lib/release/strategies.ts has it: run `npx tsx scripts/docs/strategies.ts`.\n');
  process.exitCode = 1;
} else if (stale) writeFileSync(path, page);
