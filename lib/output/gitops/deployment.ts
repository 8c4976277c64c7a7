import type { Manifest } from '../../manifest/manifest';
import type { SourcedManifest } from '../../model/sourced';
import type { FactsOf } from '../facts';
import type { GitopsOptions } from '../options';

/** One environment of an app, as a controller deploys it. */
export interface Deployment {
  readonly app: string;
  readonly environment: string;
  readonly manifests: readonly SourcedManifest[];
  readonly factsOf: FactsOf;
  readonly options: Required<GitopsOptions>;
  /** The parts of its kustomization in the order in which they are applied; empty where it is one. */
  readonly parts: readonly string[];
}

/** The path of an output's folder in the repository. */
export function repositoryPath({ app, options }: Deployment, folder: string): string {
  return `${options.folder}/${app}/${folder}`;
}

/** The namespace that all objects share, or the app's name. */
export function namespaceOf({ app, manifests }: Deployment): string {
  const namespaces = new Set(manifests.flatMap(({ manifest }) => manifest.metadata.namespace ?? []));
  const [only] = namespaces;
  return namespaces.size === 1 && only !== undefined ? only : app;
}

/** A name that the API server takes, made of the names of app, environment and part. */
export function objectName(...parts: readonly (string | undefined)[]): string {
  return parts
    .filter((part) => part !== undefined)
    .join('-')
    .toLowerCase()
    .replace(/[^a-z0-9.-]/g, '-');
}

/** A line that names an object, in an order that no change of the app's code moves. */
export function objectLine({ apiVersion, kind, metadata }: Manifest): string {
  return `${apiVersion} ${kind} ${metadata.namespace ?? '-'}/${metadata.name}`;
}
