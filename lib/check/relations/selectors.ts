import type { Field } from '../field';

export type Labels = Readonly<Record<string, string>>;

/** Whether every entry of the selector is among the labels. */
export function selects(selector: Labels, labels: Labels): boolean {
  for (const key of Object.keys(selector)) if (labels[key] !== selector[key]) return false;
  return true;
}

/** The entries of the selector that the labels do not fulfil. */
export function unmatched(selector: Labels, labels: Labels): string[] {
  return Object.keys(selector).filter((key) => labels[key] !== selector[key]);
}

/** Whether a Kubernetes label selector (matchLabels and matchExpressions) selects the labels; an empty selector selects everything. */
export function labelSelectorSelects(selector: Field, labels: Labels): boolean {
  return (
    selects(selector.at('matchLabels').labels, labels) &&
    selector.at('matchExpressions').items.every((entry) => expressionHolds(entry, labels))
  );
}

function expressionHolds(expression: Field, labels: Labels): boolean {
  const key = expression.at('key').text ?? '';
  const values = expression.at('values').texts;
  const value = labels[key];
  switch (expression.at('operator').text) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    default:
      return true;
  }
}

/** `app: web, version: v1`, for messages. */
export function labelsText(labels: Labels): string {
  const entries = Object.keys(labels).map((key) => `${key}: ${labels[key]}`);
  return entries.length > 0 ? entries.join(', ') : 'no labels';
}
