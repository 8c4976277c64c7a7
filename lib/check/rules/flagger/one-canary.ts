import { describeId } from '../../../manifest/manifest';
import type { Rule } from '../../rule';
import { groupBy } from '../../subject';

export const oneCanary: Rule = {
  code: 'PD0314',
  severity: 'error',
  title: 'Two Canaries release one target or own one Service',
  why: 'Both write the same Services and routes and scale the same Deployment: neither release ends.',
  fix: 'Keep one Canary for each target, each with a Service name of its own.',
  links: ['https://docs.flagger.app/usage/how-it-works'],
  check(subject, report) {
    const keys = [
      {
        what: 'releases the same target',
        key: (canary: (typeof subject.canaries)[number]) => `${canary.targetKind?.kind}/${canary.targetName}`,
      },
      { what: 'owns the same Service', key: (canary: (typeof subject.canaries)[number]) => canary.apex },
    ];
    for (const canaries of groupBy(subject.canaries, ({ resource }) => resource.id.namespace).values()) {
      const reported = new Set<unknown>();
      for (const { what, key } of keys) {
        for (const [first, ...others] of groupBy(canaries, key).values()) {
          for (const other of others) {
            if (reported.has(other) || other.resource.id.name === first.resource.id.name) continue;
            reported.add(other);
            report(
              other.resource,
              other.resource.spec.at('targetRef'),
              `${describeId(first.resource.id)} ${what} (${what.endsWith('target') ? other.targetName : other.apex}): the two work against each other.`,
            );
          }
        }
      }
    }
  },
};
