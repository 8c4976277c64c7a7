import { identityKey, identityOf, type Manifest } from '../../manifest/manifest';
import { DEFAULT_NAMESPACE } from '../objects';
import type { SourcedManifest } from '../sourced';

/** The annotation by which made workloads say what a person calls their version. */
export const MADE_VERSION = 'progressive/version';

/** An object that a controller makes, standing in the place of the object on whose behalf it does. */
export function made(
  cause: SourcedManifest,
  apiVersion: string,
  kind: string,
  name: string,
  spec: unknown,
  version?: string,
): SourcedManifest {
  const namespace = cause.manifest.metadata.namespace;
  const annotations = version === undefined ? undefined : { [MADE_VERSION]: version };
  return { manifest: { apiVersion, kind, metadata: { name, namespace, annotations }, spec }, origin: cause.origin };
}

/** The object with other content, from the same place. */
export function changed(object: SourcedManifest, change: (manifest: Manifest) => Manifest): SourcedManifest {
  return { ...object, manifest: change(object.manifest) };
}

/** Objects with others added; of two with one identity the added one stays, in the place of the first. */
export function replaced(objects: readonly SourcedManifest[], added: readonly SourcedManifest[]): SourcedManifest[] {
  const result = new Map(objects.map((object) => [keyOf(object), object]));
  for (const object of added) result.set(keyOf(object), object);
  return [...result.values()];
}

function keyOf({ manifest }: SourcedManifest): string {
  const id = identityOf(manifest);
  return identityKey({ ...id, namespace: id.namespace || DEFAULT_NAMESPACE });
}
