import { fitsTerm, type Labels, selects } from '../../model/labels';
import type { Field } from '../field';

/** The entries of the selector that the labels do not fulfil. */
export function unmatched(selector: Labels, labels: Labels): string[] {
  return Object.keys(selector).filter((key) => labels[key] !== selector[key]);
}

/** Whether a Kubernetes label selector (matchLabels and matchExpressions) selects the labels; an empty selector selects everything. */
export function labelSelectorSelects(selector: Field, labels: Labels): boolean {
  const fits = (term: Field) => fitsTerm(term.at('key').text ?? '', term.at('operator').text, term.at('values').texts, labels);
  return selects(selector.at('matchLabels').labels, labels) && selector.at('matchExpressions').items.every(fits);
}

/** `app: web, version: v1`, for messages. */
export function labelsText(labels: Labels): string {
  const entries = Object.keys(labels).map((key) => `${key}: ${labels[key]}`);
  return entries.length > 0 ? entries.join(', ') : 'no labels';
}
