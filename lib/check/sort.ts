import { type Finding, fieldPathText, type Severity } from './finding';

const ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/** By severity, then file, document, object, field and code: the same findings always come in the same order. Repeats are left out. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  const keyed = findings.map((finding) => ({ finding, key: keyOf(finding) }));
  keyed.sort((a, b) => compare(a.key, b.key));
  return keyed.filter(({ key }, index) => index === 0 || compare(key, keyed[index - 1].key) !== 0).map(({ finding }) => finding);
}

type Key = readonly (string | number)[];

function keyOf({ severity, location, object, path, code, message, construct }: Finding): Key {
  return [
    ORDER[severity],
    location?.file ?? '',
    location?.document ?? -1,
    location?.line ?? -1,
    construct ?? '',
    object?.kind ?? '',
    object?.namespace ?? '',
    object?.name ?? '',
    fieldPathText(path ?? []),
    code,
    message,
  ];
}

function compare(a: Key, b: Key): number {
  for (let index = 0; index < a.length; index++) {
    if (a[index] !== b[index]) return a[index] < b[index] ? -1 : 1;
  }
  return 0;
}
