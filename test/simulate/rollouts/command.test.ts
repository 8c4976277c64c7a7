import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { simulateCommand } from '../../../lib/cli/commands/simulate';
import { validator } from '../../support/schemas';
import { metric, rollout, template } from './argo/rollout';
import { canary, deployment } from './flagger/canary';

const conforms = validator('simulate', 'rollout');

async function run(args: readonly string[], objects: readonly object[], scenario?: object) {
  const cwd = mkdtempSync(join(tmpdir(), 'simulate-'));
  writeFileSync(join(cwd, 'app.yaml'), objects.map((object) => stringify(object)).join('---\n'));
  if (scenario) writeFileSync(join(cwd, 'scenario.yaml'), stringify(scenario));
  const said = { stdout: '', stderr: '' };
  const io = {
    stdout: (text: string) => void (said.stdout += text),
    stderr: (text: string) => void (said.stderr += text),
    stdin: async () => objects.map((object) => JSON.stringify(object)).join('\n---\n'),
    color: false,
    cwd,
  };
  const code = await simulateCommand.run(args, io);
  return { code, ...said };
}

const CANARY = [canary({ stepWeight: 50, maxWeight: 50, threshold: 1, interval: '30s' }), deployment()];
const BAD = { new: { successRate: 90 } };

describe('progressive simulate', () => {
  test('text: a line for each step, then the end in a sentence', async () => {
    const { code, stdout } = await run(['app.yaml', '--scenario', 'scenario.yaml'], CANARY, BAD);
    expect(code).toBe(0);
    expect(stdout).toBe(`Canary test/podinfo, by Flagger
tick  time  phase                               new  weights               pods
   1  0:30  Progressing  ░░░░░░░░░░░░░░░░░░░░   0 %  primary 100 canary 0  primary 2/2 canary 0/2
   2  1:00  Progressing  ██████████░░░░░░░░░░  50 %  primary 50 canary 50  primary 2/2 canary 2/2
   3  1:30  Progressing  ██████████░░░░░░░░░░  50 %  primary 50 canary 50  primary 2/2 canary 2/2  ✗ request-success-rate 90
   4  2:00  Failed       ░░░░░░░░░░░░░░░░░░░░   0 %  primary 100 canary 0  primary 2/2 canary 0/0

↩ rolledBack after 2:00 (tick 4): Rolled back: 1 checks failed (threshold 1).
3000 of 12000 requests met the new version, 300 failed, 300 of them in the new version.
Who meets it: everyone, by weight.

Assumed:
- Flagger's first look comes one interval (30 s) after the change.
- A pod is ready 1 s after its start, unless the scenario says otherwise.
`);
  });

  test('json: as its schema says, for each controller', async () => {
    const argo = [
      rollout({ canary: { steps: [{ setWeight: 50 }, { analysis: { templates: [{ templateName: 'check' }] } }] } }),
      template('check', metric()),
    ];
    for (const objects of [CANARY, [deployment()], argo, [rollout({ canary: {}, blueGreen: {} })]]) {
      const { stdout } = await run(['app.yaml', '--format', 'json'], objects);
      expect([conforms(JSON.parse(stdout)), conforms.errors]).toEqual([true, null]);
    }
  });

  test('several rollouts: all of them, or the one that is meant', async () => {
    const two = [deployment(), { ...deployment(), metadata: { name: 'other' } }];
    const all = await run(['-', '--format', 'json'], two);
    expect(JSON.parse(all.stdout).rollouts).toHaveLength(2);
    const one = await run(['app.yaml', '--format', 'json', '--target', 'other'], two);
    expect(JSON.parse(one.stdout).object.name).toBe('other');
  });

  test('what is refused is a problem, with exit code 1', async () => {
    const { code, stdout } = await run(['app.yaml'], [canary({}), deployment()]);
    expect(code).toBe(1);
    expect(stdout).toContain('refused after 0:00: The API server refuses Canary podinfo: spec.analysis');
  });

  test.each([
    [['nope.yaml'], undefined, 'there are no manifests in nope.yaml.'],
    [['app.yaml', '--scenario', 'nope.yaml'], undefined, 'the scenario nope.yaml cannot be read'],
    [['app.yaml', '--scenario', 'scenario.yaml'], { metrics: { nope: 1 } }, 'metrics.nope: Canary podinfo has no metric of this name'],
    [['app.yaml', '--target', 'nope'], undefined, "there is no rollout named 'nope'; there are podinfo."],
    [['app.yaml', '--format', 'xml'], undefined, "argument 'xml' is invalid. Allowed choices are text, json."],
    [[], undefined, 'missing required argument'],
  ])('wrong use: %j', async (args, scenario, message) => {
    const { code, stderr, stdout } = await run(args, CANARY, scenario);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });

  test('manifests that state no rollout', async () => {
    const { code, stderr } = await run(['app.yaml'], [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } }]);
    expect(code).toBe(2);
    expect(stderr).toContain('the manifests state no rollout');
  });
});

describe('a scenario that does not fit is told with line and column', () => {
  test.each<[string, object, string]>([
    [
      'an unknown field of a list',
      {
        new: {
          successRate: [
            { weight: 0, value: 99 },
            { wait: 40, value: 90 },
          ],
        },
      },
      '  scenario.yaml:5:7: new.successRate[1]: must NOT have additional properties "wait"; known fields: value, tick, t, weight',
    ],
    [
      'an unknown metric',
      { metrics: { nothing: 1 } },
      '  scenario.yaml:2:12: metrics.nothing: Canary podinfo has no metric of this name; it has request-success-rate, request-duration.',
    ],
    [
      'a command of another controller',
      { events: [{ at: { t: 5 }, do: 'abort' }] },
      '  scenario.yaml:4:9: events[0].do: abort is a command of Argo Rollouts; Canary podinfo has none.',
    ],
  ])('%s', async (_, scenario, line) => {
    const { code, stderr } = await run(['app.yaml', '--scenario', 'scenario.yaml'], CANARY, scenario);
    expect(code).toBe(2);
    expect(stderr.split('\n').filter((one) => one.startsWith('  '))).toEqual([line]);
  });
});
