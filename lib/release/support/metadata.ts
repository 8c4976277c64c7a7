import type { TreeObject } from '../../manifest/tree';

/** Labels and annotations that a controller puts on what it makes. */
export interface ObjectMetadata {
  readonly labels?: { [key: string]: string };
  readonly annotations?: { [key: string]: string };
}

export function metadataTree(metadata: ObjectMetadata | undefined): TreeObject | undefined {
  return metadata && { labels: metadata.labels, annotations: metadata.annotations };
}
