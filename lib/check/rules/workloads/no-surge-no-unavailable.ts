import type { Field } from '../../field';
import { intOrPercent, isZero } from '../../grammar/int-or-percent';
import { DAEMON_SET, DEPLOYMENT } from '../../kinds';
import type { Resource } from '../../resource';
import type { Reporter, Rule } from '../../rule';

export const noSurgeNoUnavailable: Rule = {
  code: 'PD0206',
  severity: 'error',
  title: 'A rolling update may neither add nor remove a pod, or says unclearly how many',
  why: 'With maxSurge and maxUnavailable both 0 no pod can ever be exchanged. The API server refuses the Deployment; a Rollout becomes InvalidSpec.',
  fix: 'Set one of them to 1 or more.',
  links: ['https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#max-unavailable'],
  check(subject, report) {
    for (const resource of subject.ofKind(DEPLOYMENT)) checkPair(resource, resource.spec.at('strategy', 'rollingUpdate'), report);
    for (const resource of subject.ofKind(DAEMON_SET)) checkPair(resource, resource.spec.at('updateStrategy', 'rollingUpdate'), report);
    for (const { resource, canary } of subject.rollouts) checkPair(resource, canary, report);
  },
};

function checkPair(resource: Resource, strategy: Field, report: Reporter): void {
  for (const field of [strategy.at('maxSurge'), strategy.at('maxUnavailable')])
    if (field.text !== undefined && !intOrPercent(field.value))
      report(resource, field, `The text "${field.text}" is neither a number nor a percentage: the object is refused.`, {
        fix: `Write ${/^[0-9]+$/.test(field.text) ? `${field.text} without quotes, or ${field.text}%` : 'a number such as 1, or a percentage such as 25%'}.`,
      });
  const surge = intOrPercent(strategy.at('maxSurge').value);
  const unavailable = intOrPercent(strategy.at('maxUnavailable').value);
  if (isZero(surge) && isZero(unavailable)) {
    report(
      resource,
      strategy.at('maxUnavailable'),
      'maxSurge and maxUnavailable are both 0: no pod can be exchanged, and the object is refused.',
    );
  }
}
