import { synth } from '../contender';
import { ratio, rounds, seconds } from '../measure';
import type { Measurement, Settings, Target } from '../target';

const OUTPUTS = ['helm', 'kustomize', 'gitops'];

/** Each other output beside plain YAML. */
export const outputs: Measurement = {
  name: 'outputs',
  measure({ services, rounds: count }: Settings): Target[] {
    const [yaml = [], ...others] = rounds(
      ['yaml', ...OUTPUTS].map((output) => synth(services, '--no-check', '-o', output)),
      count,
    );
    return others.map((runs, index) => ({
      issue: 5,
      what: `\`synth --no-check -o ${OUTPUTS[index]}\`, ${services * 8} objects`,
      ours: seconds(runs),
      beside: '`-o yaml`',
      theirs: seconds(yaml),
      measured: ratio(runs, yaml),
      atMost: 2,
      unit: 'times',
    }));
  },
};
