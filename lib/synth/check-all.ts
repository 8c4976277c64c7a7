import { check } from '../check/check';
import { type Finding, fieldPathText } from '../check/finding';
import { describeId } from '../manifest/manifest';
import type { SourcedManifest } from '../model/sourced';

/** What the checks find in any of the environments, each finding once. */
export function checkAll(environments: readonly (readonly SourcedManifest[])[]): Finding[] {
  const findings = new Map<string, Finding>();
  for (const manifests of environments) {
    for (const finding of check(manifests).findings) {
      const key = JSON.stringify([
        finding.code,
        finding.object && describeId(finding.object),
        finding.path && fieldPathText(finding.path),
        finding.message,
      ]);
      if (!findings.has(key)) findings.set(key, finding);
    }
  }
  return [...findings.values()];
}
