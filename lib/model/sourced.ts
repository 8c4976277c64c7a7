import type { FieldPath, Location } from '../check/finding';
import type { Manifest } from '../manifest/manifest';

/** One document of a file; the objects of a List share it. */
export interface DocumentText {
  /** The whole text of the file, shared by all its documents. */
  readonly file: string;
  /** Where the document starts and ends in it. */
  readonly start: number;
  readonly end: number;
  /** The line of `start`, from 1. */
  readonly firstLine: number;
}

/** The piece of a file that an object was read from: enough to compute lines and columns when somebody asks for them. */
export interface SourceText {
  readonly document: DocumentText;
  /** Where in the document the object is: empty, or `items[3]` inside a List. */
  readonly at: FieldPath;
}

/** Where a manifest came from: a place in a file, or the construct that made it. */
export interface Origin {
  readonly location?: Location;
  /** Path of the construct in its app: `hands-on/product`. */
  readonly construct?: string;
  /** Source file and line of the construct: `apps/hands-on/main.ts:12`. */
  readonly sourceLine?: string;
  /** The text it was read from: `positionOf` finds lines and columns in it. */
  readonly text?: SourceText;
}

export interface SourcedManifest {
  readonly manifest: Manifest;
  readonly origin: Origin;
}
