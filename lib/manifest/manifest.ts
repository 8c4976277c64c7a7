/** Plain data as YAML and JSON carry it. */
export type Data = null | boolean | number | string | Data[] | { [key: string]: Data };

/** A Kubernetes object as plain data: the only thing that passes between the write half and the read half. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ObjectMeta;
  readonly [field: string]: unknown;
}

/** The part of `metadata` that the library reads. */
export interface ObjectMeta {
  readonly name: string;
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

/** What makes an object the same object to the API server: its version is not part of it. */
export interface ObjectId {
  /** The API group; the empty string is the core group. */
  readonly group: string;
  readonly kind: string;
  /** The empty string when the manifest names none (a cluster-scoped object, or kubectl's default namespace). */
  readonly namespace: string;
  readonly name: string;
}

/** `networking.istio.io` of `networking.istio.io/v1`; the empty string for the core group. */
export function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}

export function identityOf(manifest: Manifest): ObjectId {
  return {
    group: groupOf(manifest.apiVersion),
    kind: manifest.kind,
    namespace: manifest.metadata.namespace ?? '',
    name: manifest.metadata.name,
  };
}

/** A text that is equal for two identities exactly when they name the same object. */
export function identityKey(id: ObjectId): string {
  return `${id.group}/${id.kind}/${id.namespace}/${id.name}`;
}

/** How messages name an object: `VirtualService shop/reviews`. */
export function describeId(id: ObjectId): string {
  return `${id.kind} ${id.namespace ? `${id.namespace}/` : ''}${id.name}`;
}
