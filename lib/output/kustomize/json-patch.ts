import type { Data } from '../../manifest/manifest';

/** One step of a JSON patch (RFC 6902). */
export interface PatchOperation {
  readonly op: 'add' | 'remove' | 'replace';
  readonly path: string;
  readonly value?: Data;
}

/** The steps that make `to` of `from`; a list whose length changes is replaced as a whole. */
export function jsonPatch(from: unknown, to: unknown): PatchOperation[] {
  const operations: PatchOperation[] = [];
  collect(from, to, '', operations);
  return operations;
}

function collect(from: unknown, to: unknown, path: string, operations: PatchOperation[]): void {
  if (from === to) return;
  if (isMap(from) && isMap(to)) {
    for (const key of Object.keys(from)) {
      if (!Object.hasOwn(to, key)) operations.push({ op: 'remove', path: step(path, key) });
    }
    for (const key of Object.keys(to)) {
      if (Object.hasOwn(from, key)) collect(from[key], to[key], step(path, key), operations);
      else operations.push({ op: 'add', path: step(path, key), value: to[key] as Data });
    }
  } else if (Array.isArray(from) && Array.isArray(to) && from.length === to.length) {
    from.forEach((item, index) => {
      collect(item, to[index], `${path}/${index}`, operations);
    });
  } else operations.push({ op: 'replace', path, value: to as Data });
}

function step(path: string, key: string): string {
  return `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

export function isMap(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
