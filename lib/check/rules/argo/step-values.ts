import { argoDuration, suggestDuration } from '../../grammar/duration';
import type { Rule } from '../../rule';

export const stepValues: Rule = {
  code: 'PD0408',
  severity: 'error',
  title: 'A step of a Rollout holds a weight or a pause that is none',
  why: 'The Rollout becomes InvalidSpec: no release begins.',
  fix: 'Write weights from 0 to 100, and pauses as seconds or as 30s, 10m, 1h.',
  links: ['https://argo-rollouts.readthedocs.io/en/stable/features/canary/#pause-duration'],
  check(subject, report) {
    for (const { resource, steps, canary } of subject.rollouts) {
      const max = canary.at('trafficRouting', 'maxTrafficWeight').number ?? 100;
      for (const step of steps) {
        for (const weight of [step.at('setWeight'), step.at('setCanaryScale', 'weight'), step.at('setMirrorRoute', 'percentage')]) {
          if (weight.number !== undefined && (weight.number < 0 || weight.number > max))
            report(resource, weight, `The weight ${weight.number} is not between 0 and ${max}: the Rollout becomes InvalidSpec.`);
        }
        const pause = step.at('pause', 'duration');
        const value = pause.value;
        if (typeof value !== 'string' && typeof value !== 'number') continue;
        const seconds = argoDuration(value);
        if (seconds === undefined)
          report(resource, pause, `The pause ${JSON.stringify(value)} is no duration: the Rollout becomes InvalidSpec.`, {
            fix: `Write ${suggestDuration(String(value))}.`,
          });
        else if (seconds < 0) report(resource, pause, `The pause ${JSON.stringify(value)} is negative: the Rollout becomes InvalidSpec.`);
      }
    }
  },
};
