import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SCENARIO_SCHEMA } from '../../lib/simulate/rollouts/scenario/schema';

// Writes schemas/scenario.schema.json, for editors, from what scenarios are held against; with --check it only says whether it is the same.
const path = join(__dirname, '..', '..', 'schemas', 'scenario.schema.json');
const text = `${JSON.stringify(SCENARIO_SCHEMA, null, 2)}\n`;

const stale = !existsSync(path) || readFileSync(path, 'utf8') !== text;
if (stale && process.argv.includes('--check')) {
  process.stderr.write('schemas/scenario.schema.json is not as lib/simulate/rollouts/scenario/schema.ts has it: run `npm run docs`.\n');
  process.exitCode = 1;
} else if (stale) writeFileSync(path, text);
