import { selects } from '../../../model/labels';
import { CLUSTER_ANALYSIS_TEMPLATE, SERVICE } from '../../kinds';
import { checkReference } from '../../relations/missing';
import type { Resource } from '../../resource';
import type { Rule } from '../../rule';
import type { Subject } from '../../subject';
import { analysisTemplates, analysisUses } from '../../views/analysis';

export const templateExists: Rule = {
  code: 'PD0601',
  severity: 'error',
  title: 'An analysis names a template that is not there',
  why: 'The Rollout becomes InvalidSpec, from the first apply on: it makes no pods at all.',
  fix: 'Name an AnalysisTemplate of the same namespace, or set clusterScope for a ClusterAnalysisTemplate.',
  links: ['https://argo-rollouts.readthedocs.io/en/stable/features/analysis/'],
  check(subject, report) {
    for (const { resource, templates } of analysisUses(subject)) {
      const described = isDescribed(resource, subject);
      for (const { field, name, kind } of templates) {
        const cluster = kind === CLUSTER_ANALYSIS_TEMPLATE;
        const namespace = cluster ? '' : resource.id.namespace;
        const otherScope = analysisTemplates(subject).find(({ id }) => id.name === name && id.kind !== kind.kind);
        if (otherScope && !subject.find(kind, namespace, name)) {
          report(
            resource,
            field,
            `"${name}" is ${otherScope.id.kind === 'AnalysisTemplate' ? 'an AnalysisTemplate' : 'a ClusterAnalysisTemplate'}, and the analysis asks for ${kind.kind === 'AnalysisTemplate' ? 'an' : 'a'} ${kind.kind}: the Rollout becomes InvalidSpec.`,
            { fix: cluster ? 'Remove clusterScope.' : 'Add clusterScope: true.' },
          );
          continue;
        }
        checkReference(
          subject,
          report,
          resource,
          field,
          { kind, namespace, name },
          { what: 'The analysis', effect: 'the Rollout becomes InvalidSpec', expected: !cluster && described },
        );
      }
    }
  },
};

/** Whether the files hold more of the release than its own object: a Service for its pods. */
function isDescribed(resource: Resource, subject: Subject): boolean {
  const workload = subject.workloadOf(resource);
  return (
    workload !== undefined &&
    subject.inNamespace(SERVICE, resource.id.namespace).some(({ spec }) => {
      const selector = spec.at('selector').labels;
      return Object.keys(selector).length > 0 && selects(selector, workload.podLabels);
    })
  );
}
