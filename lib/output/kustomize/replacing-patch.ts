import { isDeepStrictEqual } from 'node:util';
import type { Manifest } from '../../manifest/manifest';
import { isMap } from './json-patch';
import { isOrder } from './merge-patch';

type Fields = { readonly [key: string]: unknown };

/**
 * Whether kustomize can carry out a JSON patch that results in this: it writes the result as YAML and reads it again, and a text of several
 * lines that begins with a tab it writes as a block whose tab it then refuses as indentation.
 */
export function survivesJsonPatch(value: unknown): boolean {
  if (typeof value === 'string') return !(value.startsWith('\t') && value.includes('\n'));
  if (Array.isArray(value)) return value.every(survivesJsonPatch);
  return !isMap(value) || Object.entries(value).flat().every(survivesJsonPatch);
}

/**
 * The strategic merge patch that replaces each map that differs, as a whole where a list of it does, also in custom resources; kustomize leaves
 * its texts as they are written. Undefined where it would not be exact: for fields that are lists, and around nulls and keys that are orders to
 * kustomize.
 */
export function replacingPatch(from: Manifest, to: Manifest): Fields | undefined {
  const patch = mapPatch(from, to);
  if (!patch) return undefined;
  const { name, namespace } = to.metadata;
  const { metadata, ...fields } = patch;
  const identity = { name, ...(namespace ? { namespace } : {}) };
  return { apiVersion: to.apiVersion, kind: to.kind, metadata: { ...identity, ...(metadata as Fields) }, ...fields };
}

function mapPatch(from: Fields, to: Fields): Fields | undefined {
  if (Object.keys(to).length === 0 || Object.values(from).includes(null)) return undefined;
  const removed = Object.keys(from).filter((key) => !Object.hasOwn(to, key));
  const changed = Object.keys(to).filter((key) => !isDeepStrictEqual(from[key], to[key]));
  const entries = [...removed.map((key) => [key, null]), ...changed.map((key) => [key, fieldPatch(from[key], to[key])])];
  return entries.some(([key, value]) => isOrder(key as string) || value === undefined) ? undefined : Object.fromEntries(entries);
}

function fieldPatch(from: unknown, to: unknown): unknown {
  if (!isData(to)) return isMap(from) && isMap(to) ? mapPatch(from, to) : undefined;
  if (isMap(from) && isMap(to)) return mapPatch(from, to) ?? { $patch: 'replace', ...to };
  return from === undefined || (typeof from !== 'object' && typeof to !== 'object') ? to : undefined;
}

function isData(value: unknown): boolean {
  if (Array.isArray(value)) return value.every((item) => item === null || isData(item));
  if (!isMap(value)) return value !== null;
  return Object.entries(value).every(([key, item]) => !isOrder(key) && isData(item));
}
