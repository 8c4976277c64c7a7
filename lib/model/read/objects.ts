import { type FieldPath, type Finding, fieldPathText } from '../../check/finding';
import type { Data, Manifest } from '../../manifest/manifest';
import { type Place, problem } from './problems';

type Mapping = { [key: string]: Data };

/** An object of a document with its place in it, or what is wrong with it: `foreign` when nothing says that it is meant for a cluster. */
export type ObjectOrProblem =
  | { readonly manifest: Manifest; readonly at: FieldPath }
  | { readonly problem: Finding; readonly foreign?: boolean };

/** The Kubernetes objects of a document's value: itself, or the items of a List. */
export function* objectsIn(value: Data, place: Place, at: FieldPath = []): Generator<ObjectOrProblem> {
  if (value === null && at.length === 0) return;
  if (!isMapping(value)) {
    const what = Array.isArray(value) ? 'a list' : value === null ? 'nothing' : `the ${typeof value} ${JSON.stringify(value).slice(0, 40)}`;
    yield {
      ...refused(place, at, `is ${what}, not a Kubernetes object`, 'A manifest is a mapping with apiVersion, kind and metadata.'),
      foreign: true,
    };
    return;
  }
  const { apiVersion, kind } = value;
  if (apiVersion === undefined && kind === undefined) {
    const is = 'has neither apiVersion nor kind: it is no Kubernetes object';
    yield { ...refused(place, at, is, 'Leave it out of the paths, or add apiVersion and kind.'), foreign: true };
  } else if (typeof apiVersion !== 'string' || apiVersion === '' || typeof kind !== 'string' || kind === '') {
    yield refused(place, at, 'lacks apiVersion or kind, or they are no text', 'State both: `apiVersion: apps/v1`, `kind: Deployment`.');
  } else if (kind.endsWith('List') && Array.isArray(value.items)) {
    for (const [index, item] of value.items.entries()) yield* objectsIn(item, place, [...at, 'items', index]);
  } else if (!isNoResource(apiVersion)) {
    yield named(value, place, at);
  }
}

function named(value: Mapping, place: Place, at: FieldPath): ObjectOrProblem {
  const metadata = value.metadata;
  const name = isMapping(metadata) ? (metadata.name ?? metadata.generateName) : undefined;
  if (isMapping(metadata) && typeof name === 'string' && name !== '') {
    if (metadata.namespace === null) delete metadata.namespace;
    const namespace = metadata.namespace;
    if (namespace === undefined || typeof namespace === 'string') {
      if (metadata.name === undefined) metadata.name = name;
      return { manifest: value as unknown as Manifest, at };
    }
    return refused(
      place,
      at,
      `has the ${typeof namespace} ${JSON.stringify(namespace)} for metadata.namespace`,
      'A namespace is text: quote it.',
    );
  }
  const is = name === undefined ? 'has no metadata.name' : `has the ${typeof name} ${JSON.stringify(name)} for metadata.name`;
  return refused(place, at, is, 'A name is text: state it, and quote what YAML takes for a number or a boolean.');
}

/** Files that steer a program and are never sent to a cluster: a kustomization. */
function isNoResource(apiVersion: string): boolean {
  return apiVersion.startsWith('kustomize.config.k8s.io/');
}

function refused(place: Place, at: FieldPath, is: string, fix: string): { problem: Finding } {
  return { problem: problem('notAnObject', { ...place, column: 1 }, `${where(at)} ${is}.`, fix) };
}

function where(at: FieldPath): string {
  return at.length === 0 ? 'The document' : `The item ${fieldPathText(at)} of the List`;
}

function isMapping(value: Data | undefined): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
