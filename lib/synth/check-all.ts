import { check } from '../check/check';
import { type Finding, fieldPathText } from '../check/finding';
import { describeId } from '../manifest/manifest';
import type { SourcedManifest } from '../model/sourced';

/** The objects of an environment. */
export interface EnvironmentManifests {
  readonly environment: string;
  readonly manifests: readonly SourcedManifest[];
}

/** A finding, and the environments that have it where others have not. */
export interface EnvironmentFinding extends Finding {
  readonly environments?: readonly string[];
}

/** What the checks find in any of the environments, each finding once. */
export function checkAll(all: readonly EnvironmentManifests[]): EnvironmentFinding[] {
  const findings = new Map<string, { readonly finding: Finding; readonly environments: Set<string> }>();
  for (const { environment, manifests } of all) {
    for (const finding of check(manifests).findings) {
      const key = JSON.stringify([
        finding.code,
        finding.object && describeId(finding.object),
        finding.path && fieldPathText(finding.path),
        finding.message,
      ]);
      const known = findings.get(key);
      if (known) known.environments.add(environment);
      else findings.set(key, { finding, environments: new Set([environment]) });
    }
  }
  return [...findings.values()].map(({ finding, environments }) =>
    environments.size === all.length ? finding : { ...finding, environments: [...environments] },
  );
}
