import type { TreeObject } from '../../manifest/tree';

/** Labels and annotations that a controller puts on what it makes. */
export interface ObjectMetadata {
  /** Default: none. */
  readonly labels?: { [key: string]: string };
  /** Default: none. */
  readonly annotations?: { [key: string]: string };
}

export function metadataTree(metadata: ObjectMetadata | undefined): TreeObject | undefined {
  return metadata && { labels: metadata.labels, annotations: metadata.annotations };
}
