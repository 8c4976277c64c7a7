import type { ObjectId } from '../manifest/manifest';

export type Severity = 'error' | 'warning' | 'note';

/** A step into an object: a field name or a list index. */
export type FieldPath = readonly (string | number)[];

/** `spec.http[0].route[1].weight`; names that are not plain identifiers are quoted in brackets. */
export function fieldPathText(path: FieldPath): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (/^[A-Za-z_][\w-]*$/.test(step)) text += text ? `.${step}` : step;
    else text += `[${JSON.stringify(step)}]`;
  }
  return text;
}

/** Where in the given files something stands. Line and column count from 1. */
export interface Location {
  readonly file: string;
  /** Which document of the file, from 0. */
  readonly document?: number;
  readonly line?: number;
  readonly column?: number;
}

/** One problem: what every part of the read half reports, and nothing else. */
export interface Finding {
  /** The stable code of the rule, for example `PD0101`. */
  readonly code: string;
  readonly severity: Severity;
  /** What is there and what will happen at run time, in one or two sentences. */
  readonly message: string;
  /** How to mend it. */
  readonly fix: string;
  readonly object?: ObjectId;
  readonly path?: FieldPath;
  readonly location?: Location;
  /** The construct that made the object, when the manifests come from constructs: its path and, if known, its source line. */
  readonly construct?: string;
}
