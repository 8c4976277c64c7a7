import { reading, script } from '../contender';
import { median, ratio, rounds, seconds } from '../measure';
import type { Measurement, Settings, Target } from '../target';
import { yamlFolder } from '../yaml-folder';

/** Checks from text: 10 MB beside js-yaml alone, and ten times the objects. */
export const checkText: Measurement = {
  name: 'check from YAML',
  measure({ services, rounds: count }: Settings): Target[] {
    // 1,500 services are 10 MB.
    const size = Math.ceil(services * 1.5);
    const check = (folder: string) => reading('check', folder, '--quiet');
    const [ours = [], reader = []] = rounds([check(yamlFolder(size)), script('js-yaml', 'js-yaml.js', size, yamlFolder(size))], count);
    const [large = [], small = []] = rounds([check(yamlFolder(services * 10)), check(yamlFolder(services))], Math.min(count, 3));
    const peak = median(large.map(({ mebibytes }) => mebibytes));
    const what = `\`check\` of ${services * 80} objects`;
    return [
      {
        issue: 6,
        what: `\`check\` of ${services === 1000 ? '10 MB' : `${size * 8} objects`} of YAML`,
        ours: seconds(ours),
        beside: 'js-yaml alone',
        theirs: seconds(reader),
        measured: ratio(ours, reader),
        atMost: 2,
        unit: 'times',
      },
      {
        issue: 6,
        what,
        ours: seconds(large),
        beside: `${services * 8} objects`,
        theirs: seconds(small),
        measured: ratio(large, small),
        atMost: 11,
        unit: 'times',
      },
      { issue: 6, what: `${what}: peak memory`, ours: peak, measured: peak, atMost: 2048, unit: 'MiB' },
    ];
  },
};
