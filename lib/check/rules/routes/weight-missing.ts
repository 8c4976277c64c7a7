import type { Rule } from '../../rule';
import { splitsOf } from '../../views/splits';

export const weightMissing: Rule = {
  code: 'PD0104',
  severity: 'error',
  title: 'Some destinations of a split have a weight and others have none',
  why: 'Istio counts a missing weight as 0, so that version gets no request at all; the Gateway API counts it as 1, so it gets next to none.',
  fix: 'State the weight of every destination of the split.',
  links: [
    'https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRouteDestination',
    'https://gateway-api.sigs.k8s.io/reference/spec/#httpbackendref',
  ],
  check(subject, report) {
    for (const { resource, entries, unset } of splitsOf(subject)) {
      const stated = entries.filter((entry) => entry.at('weight').present);
      const sum = stated.reduce((total, entry) => total + (entry.at('weight').number ?? 0), 0);
      if (stated.length === 0 || stated.length === entries.length || sum === 0 || (unset === 1 && sum < 10)) continue;
      const complete = sum === 100 && unset === 0;
      for (const entry of entries.filter((each) => !each.at('weight').present)) {
        const rest = sum < 100 ? ` Probably ${(100 - sum) / (entries.length - stated.length)} was meant.` : '';
        const share = unset === 0 ? 'it gets no request' : `it counts as 1 of ${sum + entries.length - stated.length}`;
        report(resource, entry, `This destination has no weight beside others that have one (${sum} in all): ${share}.${rest}`, {
          severity: complete ? 'note' : unset === 1 ? 'warning' : 'error',
        });
      }
    }
  },
};
