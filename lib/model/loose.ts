/**
 * Reading of plain data that may be anything: what is not there, or of another type than asked for, is absent.
 * Only own fields count, so keys such as `constructor` and `__proto__` are keys like any other.
 */
export type Path = readonly (string | number)[];

export function at(value: unknown, ...path: Path): unknown {
  let current = value;
  for (const step of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, step)) return undefined;
    current = (current as Record<string | number, unknown>)[step];
  }
  return current;
}

export function has(value: unknown, ...path: Path): boolean {
  const found = at(value, ...path);
  return found !== undefined && found !== null;
}

export function entriesAt(value: unknown, ...path: Path): [string, unknown][] {
  const found = at(value, ...path);
  return typeof found === 'object' && found !== null && !Array.isArray(found) ? Object.entries(found) : [];
}

export function listAt(value: unknown, ...path: Path): readonly unknown[] {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : [];
}

export function textAt(value: unknown, ...path: Path): string | undefined {
  const found = at(value, ...path);
  return typeof found === 'string' ? found : undefined;
}

export function textsAt(value: unknown, ...path: Path): string[] {
  return listAt(value, ...path).filter((item) => typeof item === 'string');
}

export function numberAt(value: unknown, ...path: Path): number | undefined {
  const found = at(value, ...path);
  return typeof found === 'number' && Number.isFinite(found) ? found : undefined;
}

export function booleanAt(value: unknown, ...path: Path): boolean | undefined {
  const found = at(value, ...path);
  return typeof found === 'boolean' ? found : undefined;
}

/** Labels and the like: the entries whose values are text. */
export function labelsAt(value: unknown, ...path: Path): Record<string, string> {
  return Object.fromEntries(entriesAt(value, ...path).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
