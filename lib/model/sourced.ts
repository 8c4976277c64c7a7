import type { Location } from '../check/finding';
import type { Manifest } from '../manifest/manifest';

/** Where a manifest came from: a place in a file, or the construct that made it. */
export interface Origin {
  readonly location?: Location;
  /** Path of the construct in its app: `hands-on/product`. */
  readonly construct?: string;
  /** Source file and line of the construct: `apps/hands-on/main.ts:12`. */
  readonly sourceLine?: string;
}

export interface SourcedManifest {
  readonly manifest: Manifest;
  readonly origin: Origin;
}
