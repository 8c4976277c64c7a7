import { describeId } from '../../../manifest/manifest';
import { intOrPercent } from '../../grammar/int-or-percent';
import { CANARY, PDB } from '../../kinds';
import { labelSelectorSelects } from '../../relations/selectors';
import type { Resource } from '../../resource';
import type { Rule } from '../../rule';
import type { Subject } from '../../subject';
import { autoscalerOf } from '../../views/autoscalers';
import { SELECTING_KINDS, type WorkloadView } from '../../views/workload';

export const budgetBlocks: Rule = {
  code: 'PD0701',
  severity: 'warning',
  title: 'A disruption budget allows no disruption at all',
  why: 'With as many pods demanded as there are, no pod may ever be evicted: draining a node, and with it each upgrade of the cluster, stands still.',
  fix: 'Set minAvailable below the number of replicas, or maxUnavailable to 1.',
  links: ['https://kubernetes.io/docs/tasks/run-application/configure-pdb/'],
  check(subject, report) {
    for (const budget of subject.ofKind(PDB)) {
      const min = budget.spec.at('minAvailable');
      const max = budget.spec.at('maxUnavailable');
      if (min.present && max.present)
        report(budget, max, 'minAvailable and maxUnavailable are both set: the API server refuses it.', {
          severity: 'error',
          fix: 'Keep one of them.',
        });
      const none = intOrPercent(max.value);
      if (none && ('number' in none ? none.number : none.percent) === 0)
        report(budget, max, `maxUnavailable is ${max.value}: no pod may ever be evicted.`);
      const wanted = intOrPercent(min.value);
      if (!wanted) continue;
      if ('percent' in wanted && wanted.percent >= 100) {
        report(budget, min, `minAvailable is ${min.value}: no pod may ever be evicted.`);
        continue;
      }
      const covered = coveredBy(budget, subject);
      const total = covered.reduce((sum, workload) => sum + leastReplicas(workload, subject).number, 0);
      // A percentage is rounded up, as the disruption controller does.
      const least = 'percent' in wanted ? Math.ceil((wanted.percent * total) / 100) : wanted.number;
      if (covered.length === 0 || least < total || least === 0) continue;
      const stated = covered.every((workload) => leastReplicas(workload, subject).stated);
      const named = covered
        .map((workload) => `${describeId(workload.resource.id)} has ${leastReplicas(workload, subject).text}`)
        .join(', ');
      report(
        budget,
        min,
        `minAvailable is ${min.value}, and ${named}: no pod may be evicted, and drains stand still.`,
        stated ? {} : { severity: 'note' },
      );
    }
  },
};

function coveredBy(budget: Resource, subject: Subject): WorkloadView[] {
  const referredTo = subject.once(
    'template owners',
    () =>
      new Set(
        subject.rollouts
          .flatMap(({ resource }) => subject.workloadOf(resource)?.templateOwner ?? [])
          .filter(({ id }) => id.kind !== 'Rollout'),
      ),
  );
  const selector = budget.spec.at('selector');
  const labels = selector.at('matchLabels').labels;
  const candidates =
    Object.keys(labels).length > 0
      ? subject.workloadsSelectedBy(labels, budget.id.namespace)
      : selector.present
        ? subject.workloadsIn(budget.id.namespace)
        : [];
  return candidates.filter((workload) => {
    const { kind, group } = workload.resource.id;
    const referred = referredTo.has(workload.resource);
    return (
      !referred &&
      kind !== 'DaemonSet' &&
      SELECTING_KINDS.some((each) => each.kind === kind && each.group === group) &&
      labelSelectorSelects(selector, workload.podLabels)
    );
  });
}

/** Flagger, which runs the pods of its target under another name, decides itself how many there are. */
const isReleased = ({ resource }: WorkloadView, subject: Subject): boolean =>
  subject.inNamespace(CANARY, resource.id.namespace).some((canary) => canary.spec.at('targetRef', 'name').text === resource.id.name);

/** The fewest pods a workload runs by design: the autoscaler's minimum, else its replicas. */
function leastReplicas(
  workload: WorkloadView,
  subject: Subject,
): { readonly number: number; readonly text: string; readonly stated: boolean } {
  const scaler = autoscalerOf(workload.resource, subject);
  if (scaler)
    return { number: scaler.min, text: `at least ${replicas(scaler.min)} (${describeId(scaler.resource.id)})`, stated: scaler.min > 0 };
  const { number } = workload.replicas;
  return number === undefined
    ? { number: 1, text: '1 replica, as none are stated', stated: !isReleased(workload, subject) }
    : { number, text: replicas(number), stated: number > 0 };
}

const replicas = (number: number): string => `${number} ${number === 1 ? 'replica' : 'replicas'}`;
