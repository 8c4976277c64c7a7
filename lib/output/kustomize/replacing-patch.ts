import { isDeepStrictEqual } from 'node:util';
import type { Manifest } from '../../manifest/manifest';
import { isMap } from './json-patch';

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
 * The strategic merge patch that replaces every field that differs as a whole, also in custom resources; kustomize leaves its texts as they are
 * written. Undefined where it would not be exact: for fields that are lists, and around nulls and keys that are orders to kustomize.
 */
export function replacingPatch(from: Manifest, to: Manifest): Fields | undefined {
  const { metadata: _, ...fields } = replaced(from, to);
  const metadata = replaced(from.metadata, to.metadata);
  if (![...Object.values(fields), ...Object.values(metadata)].every((value) => value === null || isExact(value))) return undefined;
  const { name, namespace } = to.metadata;
  const identity = { name, ...(namespace ? { namespace } : {}) };
  return { apiVersion: to.apiVersion, kind: to.kind, metadata: { ...identity, ...metadata }, ...fields };
}

function replaced(from: Fields, to: Fields): Fields {
  const removed = Object.keys(from).filter((key) => !Object.hasOwn(to, key));
  const changed = Object.keys(to).filter((key) => !isDeepStrictEqual(from[key], to[key]));
  const whole = (key: string) => (isMap(from[key]) && isMap(to[key]) ? { $patch: 'replace', ...to[key] } : to[key]);
  return { ...Object.fromEntries(removed.map((key) => [key, null])), ...Object.fromEntries(changed.map((key) => [key, whole(key)])) };
}

function isExact(field: unknown): boolean {
  if (!isMap(field)) return typeof field !== 'object';
  const { $patch, ...entries } = field;
  return ($patch === undefined || $patch === 'replace') && isData(entries);
}

function isData(value: unknown): boolean {
  if (Array.isArray(value)) return value.every((item) => item === null || isData(item));
  if (!isMap(value)) return value !== null;
  return Object.entries(value).every(([key, item]) => key !== '' && !key.startsWith('$') && isData(item));
}
