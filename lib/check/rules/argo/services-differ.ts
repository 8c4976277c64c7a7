import { describeId } from '../../../manifest/manifest';
import type { Rule } from '../../rule';
import { append } from '../../subject';
import type { RolloutView } from '../../views/rollout';

const PAIRS = [
  ['canaryService', 'stableService'],
  ['pingService', 'pongService'],
  ['activeService', 'previewService'],
];

export const servicesDiffer: Rule = {
  code: 'PD0405',
  severity: 'error',
  title: 'A Rollout uses one Service for both of its versions, or shares it with another Rollout',
  why: 'The controller puts the hash of one version into the selector of each Service. One Service for two versions cannot work: the Rollout becomes InvalidSpec.',
  fix: 'Give each role a Service of its own.',
  links: ['https://argo-rollouts.readthedocs.io/en/stable/features/traffic-management/'],
  check(subject, report) {
    const users = new Map<string, RolloutView[]>();
    for (const rollout of subject.rollouts) {
      const names = new Map(rollout.services.map(({ role, field }) => [role, field]));
      for (const [one, other] of PAIRS) {
        const field = names.get(one);
        if (field && field.text === names.get(other)?.text)
          report(rollout.resource, field, `${one} and ${other} are both "${field.text}": the Rollout becomes InvalidSpec.`);
      }
      for (const name of new Set(rollout.services.map(({ field }) => field.text)))
        append(users, `${rollout.resource.id.namespace}/${name}`, rollout);
    }
    for (const [first, ...others] of users.values()) {
      for (const other of others) {
        if (other.resource.id.name === first.resource.id.name) continue;
        const shared = other.services.find(({ field }) => first.services.some((service) => service.field.text === field.text));
        if (shared)
          report(
            other.resource,
            shared.field,
            `${describeId(first.resource.id)} uses the Service ${shared.field.text} too: the Rollout becomes InvalidSpec.`,
          );
      }
    }
  },
};
