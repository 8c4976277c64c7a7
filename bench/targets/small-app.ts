import * as path from 'node:path';
import { MAIN, scratch } from '../contender';
import { type Contender, ratio, rounds, seconds } from '../measure';
import type { Measurement, Settings, Target } from '../target';

/** The first minute of a newcomer: an app of one service in TypeScript, with the checks, beside the stock command line on the same app. */
export const smallApp: Measurement = {
  name: 'an app of one service',
  measure({ rounds: count }: Settings): Target[] {
    const cwd = scratch('small');
    const cdk8s = path.join(__dirname, '../node_modules/cdk8s-cli/bin/cdk8s');
    const contenders: Contender[] = [
      { name: 'progressive synth', command: ['node', MAIN, 'synth', '--out', 'out-{run}'], cwd },
      { name: 'cdk8s synth', command: ['node', cdk8s, 'synth', '--check-upgrade', 'false', '--output', 'stock-{run}'], cwd },
    ];
    const [ours = [], stock = []] = rounds(contenders, count);
    return [
      {
        issue: 3,
        what: '`synth`, a TypeScript app of one service',
        ours: seconds(ours),
        beside: '`cdk8s synth` with ts-node',
        theirs: seconds(stock),
        measured: ratio(ours, stock),
        atMost: 1 / 10,
        unit: 'times',
      },
    ];
  },
};
