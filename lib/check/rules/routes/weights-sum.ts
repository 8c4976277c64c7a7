import { looksLikeSlippedPercent, shares } from '../../relations/weights';
import type { Rule } from '../../rule';
import { splitsOf } from '../../views/splits';

export const weightsSum: Rule = {
  code: 'PD0103',
  severity: 'warning',
  title: 'The weights of a split do not add up to 100',
  why: 'The mesh takes weights as proportions, so another share than the one written reaches each version, and controllers that count from 0 to 100 go astray.',
  fix: 'Let the weights of the destinations add up to 100.',
  links: ['https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRouteDestination'],
  check(subject, report) {
    for (const { resource, list, entries, unset } of splitsOf(subject)) {
      const weights = entries.map((entry) => entry.at('weight').number);
      if (!weights.every((weight) => weight !== undefined && weight >= 0) || !looksLikeSlippedPercent(weights as number[], unset === 1))
        continue;
      const sum = (weights as number[]).reduce((total, weight) => total + weight, 0);
      report(
        resource,
        list,
        `The weights ${weights.join(' + ')} add up to ${sum}, not 100: requests are in fact split ${shares(weights as number[])} %.`,
      );
    }
  },
};
