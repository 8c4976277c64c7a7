import * as fs from 'node:fs';
import * as path from 'node:path';
import { ProgressiveApp } from '../../lib';
import { manifestsOf } from '../../lib/manifest/manifests-of';
import { evaluateTree } from '../../lib/manifest/tree';
import { ROOT } from '../support/project';

/** Construct paths and names of all objects of an app, whatever the environment, without running the command. */
function objectsOf(app: string): string[] {
  const apps: ProgressiveApp[] = [];
  const synth = jest.spyOn(ProgressiveApp.prototype, 'synth').mockImplementation(function (this: ProgressiveApp) {
    apps.push(this);
  });
  require(path.join(ROOT, 'apps', app, 'main.ts'));
  synth.mockRestore();
  return manifestsOf(apps[0] as ProgressiveApp).map(({ object, origin }) => {
    const { kind, metadata } = evaluateTree(object, { values: new Map() }) as { kind: string; metadata: { name: string } };
    return `${origin.construct}: ${kind} ${metadata.name}`;
  });
}

/** Both are names by which others refer to the apps: a change of this list is announced. */
test.each(fs.readFileSync(path.join(__dirname, 'construct-paths.txt'), 'utf8').split('\n\n'))('%#', (block) => {
  const [app = '', ...objects] = block.trim().split('\n');
  expect(objectsOf(app)).toEqual(objects.map((line) => line.trim()));
});
