import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Check, none, refused } from '../harness/check';
import { emit } from '../harness/emit';
import { compareSets } from '../harness/objects';
import { cached, packed } from '../harness/packages';
import { PROGRAMS } from '../harness/paths';
import { must } from '../harness/process';
import { parseObjects } from '../harness/yaml';
import { addServices } from '../sets/elsewhere/service';

const REQUIREMENTS = join(PROGRAMS, 'python', 'requirements.txt');

export const check: Check = {
  name: 'elsewhere-python',
  title: 'the same constructs used from Python give the same objects as from TypeScript',
  needs: [],
  async run(context) {
    const wheels = await packed('python');
    const wheel = join(wheels, readdirSync(wheels).find((file) => file.endsWith('.whl')) ?? '');
    const folder = await cached('venv', [REQUIREMENTS, wheel], '', async (staging) => {
      await must('python3', ['-m', 'venv', staging]);
      await must(join(staging, 'bin', 'python'), ['-m', 'pip', 'install', '--quiet', '-r', REQUIREMENTS, wheel]);
    });
    const app = join(__dirname, '..', 'sets', 'elsewhere', 'app.py');
    const env = { JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '1' };
    const python = parseObjects(await must(join(folder, 'bin', 'python'), [app], { env }), 'app.py');
    const typescript = emit('shop', addServices);
    const passed = none(context, 'as from TypeScript', compareSets(typescript, python));
    refused(context, 'another weight', compareSets(emit('shop', addServices, { 'reviews.v2.weight': 30 }), python), /weight: 30 \/ 20/);
    context.verified({
      strategy: 'constructs from Python',
      program: 'jsii',
      version: '1.140.0',
      shown: 'same objects as from TypeScript',
      passed,
    });
  },
};
