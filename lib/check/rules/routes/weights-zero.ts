import type { Rule } from '../../rule';
import { splitsOf } from '../../views/splits';

export const weightsZero: Rule = {
  code: 'PD0105',
  severity: 'error',
  title: 'A split has no weight above 0',
  why: 'Istio refuses several destinations whose weights are all 0 or left out. With the Gateway API every request of the rule gets 500.',
  fix: 'Give at least one destination a weight above 0, or keep just one.',
  links: ['https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRouteDestination'],
  check(subject, report) {
    for (const { resource, list, entries, unset } of splitsOf(subject)) {
      const weights = entries.map((entry) => (entry.at('weight').present ? entry.at('weight').number : unset));
      const negative = entries.find((entry) => (entry.at('weight').number ?? 0) < 0);
      if (negative) report(resource, negative.at('weight'), `The weight ${negative.at('weight').number} is negative: it is refused.`);
      else if (weights.every((weight) => weight === 0)) {
        report(
          resource,
          list,
          `None of the ${entries.length} destinations has a weight above 0${unset === 0 ? ': Istio refuses the VirtualService' : ': its requests get 500'}.`,
        );
      }
    }
  },
};
