import type { Field } from './field';
import type { Finding } from './finding';
import type { Resource } from './resource';
import type { Reporter, Rule } from './rule';

/** A finding together with the object it is about: suppressions and positions look at the object. */
export interface Reported {
  readonly finding: Finding;
  readonly resource: Resource | undefined;
}

/** The reporter of one rule. What is only context may be referred to, and nothing is said about it. */
export function reporter(rule: Rule, into: Reported[]): Reporter {
  return (resource, field, message, details = {}) => {
    if (resource.context) return;
    into.push({ resource, finding: findingAbout(resource, field, rule, message, details) });
  };
}

function findingAbout(
  resource: Resource,
  field: Field | undefined,
  rule: Rule,
  message: string,
  { severity, fix }: NonNullable<Parameters<Reporter>[3]>,
): Finding {
  const { location, construct, sourceLine } = resource.source.origin;
  return {
    code: rule.code,
    severity: severity ?? rule.severity,
    message,
    fix: fix ?? rule.fix,
    object: resource.id,
    ...(field ? { path: field.path } : {}),
    ...(location ? { location } : {}),
    ...(construct ? { construct: sourceLine ? `${construct} (${sourceLine})` : construct } : {}),
  };
}
