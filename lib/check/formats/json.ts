import { countBySeverity } from '../check';
import { type Finding, fieldPathText } from '../finding';
import type { Format } from './result';

/** For scripts: what `schemas/check.schema.json` describes. */
export const jsonFormat: Format = {
  name: 'json',
  render({ findings, suppressed, objects }) {
    const codes: Record<string, number> = {};
    for (const code of findings.map((finding) => finding.code).sort()) codes[code] = (codes[code] ?? 0) + 1;
    const { error, warning, note } = countBySeverity(findings);
    const report = {
      findings: findings.map(plain),
      suppressed: suppressed.map(({ finding, reason }) => ({ ...plain(finding), reason })),
      summary: { objects, errors: error, warnings: warning, notes: note, suppressed: suppressed.length, codes },
    };
    return `${JSON.stringify(report, null, 2)}\n`;
  },
};

/** A finding as scripts see it: flat, with every place as text or number, and null where there is none. */
export function plain({ code, severity, message, fix, object, path, location, construct }: Finding): Record<string, unknown> {
  return {
    code,
    severity,
    message,
    fix,
    file: location?.file ?? null,
    document: location?.document ?? null,
    line: location?.line ?? null,
    column: location?.column ?? null,
    kind: object?.kind ?? null,
    namespace: object ? object.namespace || null : null,
    name: object?.name ?? null,
    path: path ? fieldPathText(path) : null,
    ...(construct ? { construct } : {}),
  };
}
