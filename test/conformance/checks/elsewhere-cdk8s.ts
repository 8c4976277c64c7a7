import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Check, none, refused } from '../harness/check';
import { emit } from '../harness/emit';
import { compareSets } from '../harness/objects';
import { cached } from '../harness/packages';
import { PROGRAMS, ROOT } from '../harness/paths';
import { must, temporaryFolder } from '../harness/process';
import { readObjects } from '../harness/yaml';
import { addServices } from '../sets/elsewhere/service';

const FILES = ['package.json', 'package-lock.json'].map((name) => join(PROGRAMS, 'cdk8s-cli', name));

export const check: Check = {
  name: 'elsewhere-cdk8s',
  title: 'the stock cdk8s command line synthesizes an app of this library',
  needs: [],
  async run(context) {
    await must('bash', [join(ROOT, 'scripts', 'build.sh')]);
    const folder = await cached('cdk8s-cli', FILES, process.version, async (staging) => {
      for (const file of FILES) copyFileSync(file, join(staging, file.slice(file.lastIndexOf('/') + 1)));
      await must('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: staging });
    });
    const out = temporaryFolder('cdk8s');
    const app = join(__dirname, '..', 'sets', 'elsewhere', 'app.js');
    const cli = join(folder, 'node_modules', 'cdk8s-cli', 'bin', 'cdk8s');
    await must(process.execPath, [cli, 'synth', '--app', `${process.execPath} ${app}`, '--output', out, '--check-upgrade=false'], {
      cwd: out,
    });
    const synthesized = readObjects(out);
    const passed = none(context, 'as from the library', compareSets(emit('shop', addServices), synthesized));
    const other = emit('shop', addServices, { 'reviews.v2.weight': 30 });
    refused(context, 'another weight', compareSets(other, synthesized), /weight: 30 \/ 20/);
    context.verified({
      strategy: 'stock cdk8s synth',
      program: 'cdk8s-cli',
      version: '2.207.60',
      shown: 'same objects as from the library',
      passed,
    });
  },
};
