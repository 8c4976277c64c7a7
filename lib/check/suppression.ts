import type { Finding } from './finding';
import type { Reported } from './report';
import { annotationsOf, type Resource } from './resource';
import { append } from './subject';

/** A statement that findings of one code are not to be reported, and why. */
export interface Suppression {
  readonly code: string;
  readonly reason: string;
  /** Where it was stated: `--ignore`, `.progressive.yaml`. */
  readonly from: string;
}

/** The annotation by which an object says what is not to be reported about it: `PD0104: reason; PD0701: reason`. */
export const IGNORE_ANNOTATION = 'progressive.cdk8s.io/ignore';

export interface Suppressed {
  readonly finding: Finding;
  readonly reason: string;
}

interface Own extends Suppression {
  readonly resource?: Resource;
}

/** Takes out what is suppressed; a suppression without a reason, or that suppresses nothing, becomes a finding itself. */
export function suppress(
  reported: readonly Reported[],
  resources: readonly Resource[],
  general: readonly Suppression[],
): { readonly findings: Finding[]; readonly suppressed: Suppressed[] } {
  const own = resources.filter(({ context }) => !context).flatMap(ownSuppressions);
  const all: Own[] = [...general, ...own];
  const byCode = new Map<string, Own[]>();
  for (const each of all) append(byCode, each.code, each);
  const used = new Set<Own>();
  const findings: Finding[] = [];
  const suppressed: Suppressed[] = [];
  for (const { finding, resource } of reported) {
    const by = byCode.get(finding.code)?.find((each) => each.reason !== '' && (each.resource === undefined || each.resource === resource));
    if (by) {
      used.add(by);
      suppressed.push({ finding, reason: by.reason });
    } else findings.push(finding);
  }
  for (const each of all) {
    if (each.reason === '')
      findings.push(
        about(
          each,
          'PD0091',
          'warning',
          `The suppression of ${each.code} (${each.from}) gives no reason, so it does not count.`,
          `Write "${each.code}: why it does not matter here".`,
        ),
      );
    else if (!used.has(each))
      findings.push(about(each, 'PD0090', 'note', `The suppression of ${each.code} (${each.from}) suppresses nothing.`, 'Remove it.'));
  }
  return { findings, suppressed };
}

function ownSuppressions(resource: Resource): Own[] {
  const text = annotationsOf(resource)[IGNORE_ANNOTATION];
  if (text === undefined) return [];
  return text
    .split(/[;\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .map((entry) => ({ ...parseSuppression(entry, /[:=]/, `annotation ${IGNORE_ANNOTATION}`), resource }));
}

/** `CODE: reason` or `CODE=reason`. */
export function parseSuppression(entry: string, separator: RegExp, from: string): Suppression {
  const at = entry.search(separator);
  return at < 0 ? { code: entry.trim(), reason: '', from } : { code: entry.slice(0, at).trim(), reason: entry.slice(at + 1).trim(), from };
}

function about(each: Own, code: string, severity: Finding['severity'], message: string, fix: string): Finding {
  const { resource } = each;
  if (!resource) return { code, severity, message, fix };
  const { location, construct } = resource.source.origin;
  return {
    code,
    severity,
    message,
    fix,
    object: resource.id,
    path: ['metadata', 'annotations', IGNORE_ANNOTATION],
    ...(location ? { location } : {}),
    ...(construct ? { construct } : {}),
  };
}
