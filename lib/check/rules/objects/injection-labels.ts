import { NAMESPACE } from '../../kinds';
import { labelsOf } from '../../resource';
import type { Rule } from '../../rule';

export const injectionLabels: Rule = {
  code: 'PD0806',
  severity: 'error',
  title: "A namespace carries two labels that decide on Istio's sidecars",
  why: 'istio-injection wins over istio.io/rev, so pods get the sidecar of another revision, or none; the ambient mode excludes both.',
  fix: 'Keep exactly one of istio-injection, istio.io/rev and istio.io/dataplane-mode: ambient.',
  links: ['https://istio.io/latest/docs/reference/config/analysis/ist0123/'],
  check(subject, report) {
    for (const resource of subject.ofKind(NAMESPACE)) {
      const labels = labelsOf(resource);
      const found = ['istio-injection', 'istio.io/rev', 'istio.io/dataplane-mode'].filter(
        (key) => labels[key] !== undefined && !(key === 'istio.io/dataplane-mode' && labels[key] === 'none'),
      );
      if (found.length > 1)
        report(
          resource,
          resource.root.at('metadata', 'labels', found[1]),
          `The namespace carries ${found.join(' and ')}: only one of them counts.`,
        );
    }
  },
};
