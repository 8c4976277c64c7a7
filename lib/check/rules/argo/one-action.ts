import type { Rule } from '../../rule';

const ACTIONS = ['setWeight', 'pause', 'analysis', 'experiment', 'setCanaryScale', 'setHeaderRoute', 'setMirrorRoute', 'plugin'];

export const oneAction: Rule = {
  code: 'PD0409',
  severity: 'error',
  title: 'A step of a Rollout does not say exactly one thing to do',
  why: 'The controller does only one of the actions, and which one is not said anywhere; some combinations make the Rollout InvalidSpec.',
  fix: 'Give each action a step of its own.',
  links: ['https://argo-rollouts.readthedocs.io/en/stable/features/specification/'],
  check(subject, report) {
    for (const { resource, steps } of subject.rollouts) {
      for (const step of steps) {
        const actions = ACTIONS.filter((name) => step.at(name).present);
        if (actions.length > 1) report(resource, step.at(actions[1]), `The step has ${actions.join(' and ')}: only one of them is done.`);
        if (actions.length === 0 && step.keys.every((key) => step.at(key).value === null || step.keys.length === 0))
          report(resource, step, 'The step says nothing to do: the Rollout becomes InvalidSpec.', {
            fix: `Use one of ${ACTIONS.join(', ')}; a pause without an end is written pause: {}.`,
          });
      }
    }
  },
};
