import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { transform } from 'sucrase';

export const ROOT = path.resolve(__dirname, '..');
const MODULES = path.join(ROOT, 'node_modules');
const OTHERS = path.join(__dirname, 'node_modules');

/**
 * A folder for a whole run, in memory where the system has that: how fast a disk makes files depends on what was deleted before, and nobody's
 * speed is meant by that.
 */
export function makeScratch(): string {
  const memory = '/dev/shm';
  const parent = fs.existsSync(memory) ? memory : os.tmpdir();
  const scratch = path.join(fs.mkdtempSync(path.join(parent, 'progressive-bench-')), 'bench');
  compileContenders(scratch);
  linkPackages(path.join(scratch, 'node_modules'));
  fs.symlinkSync(path.join(ROOT, 'build/lib'), path.join(scratch, 'lib'));
  makeKosko(scratch);
  makeSmallApp(scratch);
  return scratch;
}

/** Every contender as plain JavaScript, so that none pays for compiling. */
function compileContenders(scratch: string): void {
  const folder = path.join(__dirname, 'contenders');
  fs.mkdirSync(path.join(scratch, 'bench/contenders'), { recursive: true });
  for (const file of fs.readdirSync(folder)) {
    const target = path.join(scratch, 'bench/contenders', file.replace(/\.ts$/, '.js'));
    const source = fs.readFileSync(path.join(folder, file), 'utf8');
    fs.writeFileSync(target, transform(source, { transforms: ['typescript', 'imports'] }).code);
  }
}

/** The packages of an installed project: one copy of cdk8s for all. */
function linkPackages(folder: string): void {
  fs.mkdirSync(path.join(folder, '@types'), { recursive: true });
  for (const name of ['cdk8s', 'cdk8s-plus-27', 'constructs', 'js-yaml', '@types/node'])
    fs.symlinkSync(path.join(MODULES, name), path.join(folder, name));
  for (const name of ['kubernetes-models', '@kubernetes-models', 'typescript', 'ts-node'])
    fs.symlinkSync(path.join(OTHERS, name), path.join(folder, name));
  fs.symlinkSync(ROOT, path.join(folder, 'cdk8s-progressive'));
}

function makeKosko(scratch: string): void {
  fs.mkdirSync(path.join(scratch, 'components'));
  fs.writeFileSync(path.join(scratch, 'components/bench.js'), "module.exports = require('../bench/contenders/kosko');\n");
  fs.writeFileSync(path.join(scratch, 'kosko.toml'), 'components = ["bench"]\n');
  // kosko asks for its package of environments, which cannot be had from the registry and which nothing here uses.
  fs.mkdirSync(path.join(scratch, 'node_modules/@kosko/env'), { recursive: true });
  fs.writeFileSync(path.join(scratch, 'node_modules/@kosko/env/index.js'), 'module.exports = { __esModule: true, default: {} };\n');
}

/** The project of one service, as `cdk8s init` lays it out. */
function makeSmallApp(scratch: string): void {
  const folder = path.join(scratch, 'small');
  fs.cpSync(path.join(__dirname, 'small'), folder, { recursive: true });
  fs.copyFileSync(path.join(OTHERS, 'cdk8s-cli/templates/typescript-app/tsconfig.json'), path.join(folder, 'tsconfig.json'));
  fs.writeFileSync(path.join(folder, 'package.json'), '{ "name": "small", "private": true }\n');
  linkPackages(path.join(folder, 'node_modules'));
  fs.mkdirSync(path.join(folder, 'node_modules/.bin'));
  fs.symlinkSync(path.join(OTHERS, 'ts-node/dist/bin.js'), path.join(folder, 'node_modules/.bin/ts-node'));
}
