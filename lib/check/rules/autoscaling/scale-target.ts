import { groupOf } from '../../../manifest/manifest';
import type { Field } from '../../field';
import { CANARY, type GroupKind } from '../../kinds';
import { checkReference } from '../../relations/missing';
import type { Rule } from '../../rule';
import type { Subject } from '../../subject';
import { autoscalers, SCALABLE_KINDS } from '../../views/autoscalers';

export const scaleTarget: Rule = {
  code: 'PD0703',
  severity: 'error',
  title: 'An autoscaler names a target that is not there',
  why: 'Nothing is scaled: under load the service stays as small as it is.',
  fix: 'Name the workload with its kind and apiVersion.',
  links: ['https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/'],
  check(subject, report) {
    for (const { resource, target, kind, name } of autoscalers(subject)) {
      const { namespace } = resource.id;
      const known = SCALABLE_KINDS.find((each) => each.kind === kind) ?? ownKind(target, subject);
      if (!known || name === '' || isFlaggerPrimary(name, namespace, subject)) continue;
      const version = target.at('apiVersion');
      const group = version.text?.includes('/') ? version.text.split('/')[0] : '';
      if (version.text !== undefined && group !== known.group) {
        report(
          resource,
          version,
          `A ${kind} is of the API group ${known.group}, not of "${version.text}": the target is never found and nothing is scaled.`,
          { fix: `Write ${known.group === 'apps' ? 'apps/v1' : `${known.group}/v1alpha1`}.` },
        );
        continue;
      }
      const other = subject.find(known, namespace, name) ? undefined : SCALABLE_KINDS.find((each) => subject.find(each, namespace, name));
      if (other)
        report(resource, target.at('kind'), `${name} is a ${other.kind}, not a ${kind}: the target is never found and nothing is scaled.`, {
          fix: `Write kind: ${other.kind} with its apiVersion.`,
        });
      else
        checkReference(
          subject,
          report,
          resource,
          target.at('name'),
          { kind: known, namespace, name },
          { what: 'scaleTargetRef', effect: 'nothing is scaled' },
        );
    }
  },
};

/** A custom resource with a scale of its own: what the files hold of its kind is known. */
function ownKind(target: Field, subject: Subject): GroupKind | undefined {
  const kind = { group: groupOf(target.at('apiVersion').text ?? ''), kind: target.at('kind').text ?? '' };
  return subject.ofKind(kind).length > 0 ? kind : undefined;
}

const isFlaggerPrimary = (name: string, namespace: string, subject: Subject): boolean =>
  subject.inNamespace(CANARY, namespace).some((canary) => name === `${canary.spec.at('targetRef', 'name').text}-primary`);
