import { reading } from '../contender';
import { rounds, seconds } from '../measure';
import type { Measurement, Settings, Target } from '../target';
import { yamlFolder } from '../yaml-folder';

/** What is asked of a folder of ten files, the start of the program included. */
export const smallFolder: Measurement = {
  name: 'a folder of ten files',
  measure({ rounds: count }: Settings): Target[] {
    const folder = yamlFolder(10);
    const [check = [], route = []] = rounds(
      [reading('check', folder), reading('route', folder, '--host', 'service-1', '--from', 'bench/service-0-v1')],
      count,
    );
    const target = (issue: number, what: string, time: number): Target => ({
      issue,
      what,
      ours: time,
      measured: time,
      atMost: 0.3,
      unit: 's',
    });
    return [target(6, '`check`, a folder of 10 files', seconds(check)), target(8, '`route`, a folder of 10 files', seconds(route))];
  },
};
