import type { Loose } from '../helper';

/** One place of a set where a fault can be made. */
export interface Site {
  /** What is changed, for the report. */
  readonly where: string;
  /** The objects that a finding may be about, as `Kind/name`: the faulty one, or the one that suffers. Any object without it. */
  readonly about?: readonly string[];
  /** Makes the fault in a copy of the set. */
  apply(objects: Loose[]): void;
}

/** One way to make a fault, at every place of a set where it is one. */
export interface Mutation {
  /** The number in the list of faults the checks were made for. */
  readonly fault: number;
  readonly what: string;
  /** The codes of which one has to be reported. */
  readonly codes: readonly string[];
  sites(objects: readonly Loose[]): Site[];
}

export type Path = readonly (string | number)[];

/** A value of a set with the way to it. */
export interface Found {
  readonly object: Loose;
  readonly index: number;
  readonly path: Path;
  readonly value: Loose;
}

export const idOf = (object: Loose): string => `${object.kind}/${object.metadata.name}`;
export const nameOf = (object: Loose): string => String(object.metadata.name);
export const namespaceOf = (object: Loose): string => String(object.metadata.namespace ?? '');
export const groupOf = (object: Loose): string => (String(object.apiVersion).includes('/') ? String(object.apiVersion).split('/')[0] : '');
export const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
export const list = (value: unknown): Loose[] => (Array.isArray(value) ? (value as Loose[]) : []);
export const fields = (value: unknown): [string, Loose][] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (Object.entries(value) as [string, Loose][]) : [];

/** The objects of a kind, with their places in the set. */
export function ofKind(objects: readonly Loose[], kind: string, group?: string): { readonly object: Loose; readonly index: number }[] {
  return objects.flatMap((object, index) =>
    text(object.kind) === kind && (group === undefined || groupOf(object) === group) ? [{ object, index }] : [],
  );
}

/** The value at a path. */
export function at(root: unknown, ...path: Path): Loose {
  let value: unknown = root;
  for (const step of path)
    value = typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[step] : undefined;
  return value as Loose;
}

/** Every value below an object for which the test holds. */
export function search(object: Loose, index: number, holds: (key: string | number, value: unknown, path: Path) => boolean): Found[] {
  const found: Found[] = [];
  const look = (value: unknown, path: Path): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [name, inner] of Object.entries(value)) {
      const key = Array.isArray(value) ? Number(name) : name;
      const way = [...path, key];
      if (holds(key, inner, way)) found.push({ object, index, path: way, value: inner as Loose });
      look(inner, way);
    }
  };
  look(object, []);
  return found;
}

export const shownPath = (path: Path): string => path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');

/** Sets the value at a path, or removes it. */
export function write(root: Loose, path: Path, value: unknown): void {
  const parent = at(root, ...path.slice(0, -1));
  const last = path[path.length - 1] as string;
  if (value === undefined) delete parent[last];
  else parent[last] = value as Loose;
}

/** The place of a found value, at which another is put. */
export function replace({ object, index, path }: Found, value: unknown, about: readonly string[] = [idOf(object)]): Site {
  return {
    where: `${idOf(object)} ${shownPath(path)} = ${JSON.stringify(value)}`,
    about,
    apply: (objects) => write(objects[index] as Loose, path, structuredClone(value)),
  };
}

/** A change of one object. */
export function change(
  object: Loose,
  index: number,
  what: string,
  apply: (object: Loose) => void,
  about: readonly string[] = [idOf(object)],
): Site {
  return { where: `${idOf(object)} ${what}`, about, apply: (objects) => apply(objects[index] as Loose) };
}

/** A further object. */
export function addition(object: unknown, about: readonly string[] = [idOf(object as Loose)]): Site {
  return { where: `and ${idOf(object as Loose)}`, about, apply: (objects) => objects.push(structuredClone(object) as Loose) };
}

/** A slip in a name. */
export const slip = (name: string): string => (name.length > 3 ? `${name.slice(0, -2)}${name.at(-1)}${name.at(-2)}q` : `${name}q`);
