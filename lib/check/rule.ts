import type { RuleCode } from './codes';
import type { Field } from './field';
import type { Severity } from './finding';
import type { Resource } from './resource';
import type { Subject } from './subject';

/** One check. It looks at the objects and reports; it reads no YAML, no clock and no disk, and never throws. */
export interface Rule {
  readonly code: RuleCode;
  /** The severity of its findings unless one states its own: what can only be suspected, or lies outside the files, is a note. */
  readonly severity: Severity;
  /** What it looks for, in a few words. */
  readonly title: string;
  /** What happens at run time. */
  readonly why: string;
  /** How to mend it, when a finding does not say more precisely. */
  readonly fix: string;
  /** Where the facts stand. */
  readonly links: readonly string[];
  check(subject: Subject, report: Reporter): void;
}

export interface ReportDetails {
  readonly fix?: string;
  readonly severity?: Severity;
}

/** Reports a problem of an object, at a field of it or, without one, of the object as a whole. */
export type Reporter = (resource: Resource, field: Field | undefined, message: string, details?: ReportDetails) => void;
