import type { SourcedManifest } from '../model/sourced';
import { describeId, identityKey, identityOf } from './manifest';

/** Every pair of objects that the API server would take for one. */
export function duplicateProblems(manifests: readonly SourcedManifest[]): string[] {
  const problems: string[] = [];
  const seen = new Map<string, SourcedManifest>();
  for (const each of manifests) {
    const key = identityKey(identityOf(each.manifest));
    const first = seen.get(key);
    if (first) {
      problems.push(
        `${each.origin.construct}: ${describeId(identityOf(each.manifest))} is made a second time; ${first.origin.construct} makes it already. Give one of them another name or namespace.`,
      );
    } else seen.set(key, each);
  }
  return problems;
}
