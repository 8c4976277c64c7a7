import { join } from 'node:path';
import { type Check, none, refused } from '../harness/check';
import { emit } from '../harness/emit';
import { compareSets } from '../harness/objects';
import { cached, packed } from '../harness/packages';
import { CACHE, PROGRAMS } from '../harness/paths';
import { must } from '../harness/process';
import { parseObjects } from '../harness/yaml';
import { addServices } from '../sets/elsewhere/service';

const POM = join(PROGRAMS, 'java', 'pom.xml');
const SOURCES = join(__dirname, '..', 'sets', 'elsewhere');

export const check: Check = {
  name: 'elsewhere-java',
  title: 'the same constructs used from Java give the same objects as from TypeScript',
  needs: [],
  async run(context) {
    const repository = await packed('java');
    const folder = await cached('java-app', [POM, join(SOURCES, 'App.java')], repository, async (staging) => {
      const settings = [`-Dpacked=${repository}`, `-Dsources=${SOURCES}`, `-Dmaven.repo.local=${join(CACHE, 'maven')}`];
      const goals = ['compile', 'dependency:copy-dependencies', `-DoutputDirectory=${join(staging, 'lib')}`];
      await must('mvn', ['-q', '-B', '-f', POM, `-DbuildDirectory=${staging}`, ...settings, ...goals], { limit: 1_200_000 });
    });
    const path = `${join(folder, 'classes')}:${join(folder, 'lib', '*')}`;
    const env = { JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '1' };
    const java = parseObjects(await must('java', ['-cp', path, 'App'], { env }), 'App.java');
    const passed = none(context, 'as from TypeScript', compareSets(emit('shop', addServices), java));
    refused(context, 'another weight', compareSets(emit('shop', addServices, { 'reviews.v2.weight': 30 }), java), /weight: 30 \/ 20/);
    context.verified({
      strategy: 'constructs from Java',
      program: 'jsii',
      version: '1.140.0',
      shown: 'same objects as from TypeScript',
      passed,
    });
  },
};
