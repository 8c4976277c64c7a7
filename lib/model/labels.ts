import { entriesAt, labelsAt, listAt, textAt, textsAt } from './loose';

export type Labels = Readonly<Record<string, string>>;

/** Whether labels hold every entry of a selector. An empty selector is held by all. */
export function selects(selector: Labels, labels: Labels): boolean {
  return Object.entries(selector).every(([key, value]) => Object.hasOwn(labels, key) && labels[key] === value);
}

/** Whether labels fit a LabelSelector (`matchLabels` and `matchExpressions`). */
export function fitsSelector(selector: unknown, labels: Labels): boolean {
  const fits = (term: unknown) => fitsTerm(textAt(term, 'key') ?? '', textAt(term, 'operator'), textsAt(term, 'values'), labels);
  return selects(labelsAt(selector, 'matchLabels'), labels) && listAt(selector, 'matchExpressions').every(fits);
}

/** Whether labels fit one entry of `matchExpressions`. */
export function fitsTerm(key: string, operator: string | undefined, values: readonly string[], labels: Labels): boolean {
  const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    default:
      return false;
  }
}

export function isEmptySelector(selector: unknown): boolean {
  return entriesAt(selector).length === 0;
}
