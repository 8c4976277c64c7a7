import { type CheckOptions, type CheckReport, check } from '../check/check';
import { type Finding, fieldPathText } from '../check/finding';
import { describeId, type Manifest } from '../manifest/manifest';

/** What a team's own test can check: plain objects, as `Testing.synth` of cdk8s or a YAML reader gives them. */
export type Manifests = readonly unknown[];

/** Checks plain objects as `progressive check` does. */
export function checkManifests(manifests: Manifests, options: CheckOptions = {}): CheckReport {
  return check(
    manifests.map((manifest) => ({ manifest: manifest as Manifest, origin: {} })),
    options,
  );
}

/** One finding as a line of text: what is wrong, where, and how to mend it. */
export function findingText({ code, severity, message, fix, object, path }: Finding): string {
  const field = path && path.length > 0 ? ` ${fieldPathText(path)}` : '';
  return `${severity} ${code}${object ? ` ${describeId(object)}${field}` : ''}: ${message} ${fix}`;
}
