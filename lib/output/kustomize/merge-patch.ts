import { isDeepStrictEqual } from 'node:util';
import { groupOf, type Manifest } from '../../manifest/manifest';
import { isMap } from './json-patch';

type Map_ = { readonly [key: string]: unknown };

/** Groups whose lists kustomize merges by name, as the API server does. Of other kinds it knows no schema. */
const KNOWN_GROUPS = new Set(['', 'apps', 'batch']);
/** Lists of pods that are merged by the name of their elements. */
const NAMED_LISTS = new Set(['containers', 'initContainers', 'env']);
/** Differences that a strategic merge does not express exactly. */
class Unsafe extends Error {}

/**
 * The strategic merge patch that makes `to` of `from`, or undefined where it would not do so exactly: in custom resources, in lists that are
 * not merged by name, around nulls.
 */
export function mergePatch(from: Manifest, to: Manifest): Map_ | undefined {
  const group = groupOf(from.apiVersion);
  if (group.includes('.') && !group.endsWith('.k8s.io')) return undefined;
  try {
    const { metadata, ...patch } = mapPatch(from, to, KNOWN_GROUPS.has(group));
    const { name, namespace } = from.metadata;
    const changed = isMap(metadata) ? metadata : {};
    return { apiVersion: from.apiVersion, kind: from.kind, metadata: { name, ...(namespace ? { namespace } : {}), ...changed }, ...patch };
  } catch (error) {
    if (error instanceof Unsafe) return undefined;
    throw error;
  }
}

function mapPatch(from: Map_, to: Map_, named: boolean): Map_ {
  const patch: { [key: string]: unknown } = {};
  if (Object.values(from).includes(null)) throw new Unsafe();
  for (const key of Object.keys(from)) {
    if (Object.hasOwn(to, key)) continue;
    if (Object.keys(to).length === 0) throw new Unsafe();
    patch[key] = null;
  }
  for (const key of Object.keys(to)) {
    if (Object.hasOwn(from, key) && isDeepStrictEqual(from[key], to[key])) continue;
    patch[key] = Object.hasOwn(from, key) ? changed(from[key], to[key], key, named) : plain(to[key]);
  }
  if (Object.keys(patch).some(isOrder)) throw new Unsafe();
  return patch;
}

function changed(from: unknown, to: unknown, key: string, named: boolean): unknown {
  if (isMap(from) && isMap(to)) return mapPatch(from, to, named);
  if (Array.isArray(from) && Array.isArray(to) && named && NAMED_LISTS.has(key)) return listPatch(from, to);
  if (isScalar(from) && isScalar(to)) return to;
  throw new Unsafe();
}

/**
 * Elements that a patch names come first, in its order: so it names all up to the last one that changes.
 */
function listPatch(from: readonly unknown[], to: readonly unknown[]): unknown[] {
  const names = namesOf(from);
  const wanted = namesOf(to);
  if (names.some((name, index) => wanted[index] !== name)) throw new Unsafe();
  const patch: Map_[] = [];
  let last = 0;
  for (const [index, name] of wanted.entries()) {
    const added = index >= names.length;
    const difference = added ? (plain(to[index]) as Map_) : mapPatch(from[index] as Map_, to[index] as Map_, true);
    patch.push({ name, ...difference });
    if (added || Object.keys(difference).length > 0) last = index + 1;
  }
  return patch.slice(0, last);
}

function namesOf(list: readonly unknown[]): string[] {
  const names = list.map((element) => {
    if (!isMap(element) || typeof element.name !== 'string') throw new Unsafe();
    return element.name;
  });
  if (new Set(names).size < names.length) throw new Unsafe();
  return names;
}

/** A key that kustomize does not take for a mere key: as an order, or not at all. */
export function isOrder(key: string): boolean {
  return key === '' || key.startsWith('$') || key === '__proto__';
}

function isScalar(value: unknown): boolean {
  return value !== null && typeof value !== 'object';
}

/** A value that is added: in a patch, null and `$patch` would be orders. */
function plain(value: unknown): unknown {
  if (value === null) throw new Unsafe();
  if (Array.isArray(value)) value.forEach(plain);
  else if (isMap(value)) {
    for (const [key, field] of Object.entries(value)) {
      if (isOrder(key)) throw new Unsafe();
      plain(field);
    }
  }
  return value;
}
