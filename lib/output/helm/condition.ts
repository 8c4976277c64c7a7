import type { ConditionTerm } from '../../parameters/condition';
import { valuesArgument, valuesPath } from './values-path';

/** The pipeline of an `{{ if }}`. */
export function conditionPipeline(term: ConditionTerm): string {
  switch (term.kind) {
    case 'true':
      return valuesPath(term.parameter.name);
    case 'equals':
      return `eq ${valuesArgument(term.parameter.name)} ${JSON.stringify(term.value)}`;
    case 'not':
      return `not ${argument(term.of)}`;
    case 'all':
      return term.of.length === 1 && term.of[0] ? conditionPipeline(term.of[0]) : `and ${term.of.map(argument).join(' ')}`;
  }
}

function argument(term: ConditionTerm): string {
  return term.kind === 'true' ? valuesArgument(term.parameter.name) : `(${conditionPipeline(term)})`;
}
