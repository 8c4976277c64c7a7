import { textsAt } from '../loose';

/** Where an object is seen: the namespaces of `exportTo`, `*` for all. */
export type ExportTo = ReadonlySet<string>;

/** `exportTo` with `.` replaced by the object's namespace; all namespaces when it says nothing. */
export function exportToOf(value: unknown, namespace: string, ...path: (string | number)[]): ExportTo {
  const stated = textsAt(value, ...path);
  return new Set(stated.length === 0 ? ['*'] : stated.map((target) => (target === '.' ? namespace : target)));
}

export function isVisible(exportTo: ExportTo, namespace: string): boolean {
  return exportTo.has('*') || (!exportTo.has('~') && exportTo.has(namespace));
}
