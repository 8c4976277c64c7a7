import { CLUSTER_ANALYSIS_TEMPLATE } from '../../kinds';
import { checkReference } from '../../relations/missing';
import type { Rule } from '../../rule';
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
      const services = subject.rollouts.find((rollout) => rollout.resource === resource)?.services ?? [];
      const described =
        services.length > 0 &&
        services.some(({ field }) =>
          subject.services.some(
            (service) => service.resource.id.name === field.text && service.resource.id.namespace === resource.id.namespace,
          ),
        );
      for (const { field, name, kind } of templates) {
        const cluster = kind === CLUSTER_ANALYSIS_TEMPLATE;
        const namespace = cluster ? '' : resource.id.namespace;
        const otherScope = analysisTemplates(subject).find(({ id }) => id.name === name && id.kind !== kind.kind);
        if (otherScope && !subject.find(kind, namespace, name)) {
          report(
            resource,
            field,
            `"${name}" is ${otherScope.id.kind === 'AnalysisTemplate' ? 'an AnalysisTemplate' : 'a ClusterAnalysisTemplate'}, and the analysis asks for a ${kind.kind}: the Rollout becomes InvalidSpec.`,
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
