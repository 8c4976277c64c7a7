import { check } from '../../lib/check/check';
import type { Finding } from '../../lib/check/finding';
import { fieldPathText } from '../../lib/check/finding';
import { RULES } from '../../lib/check/rules';
import { readManifests } from '../../lib/model/read';
import type { SourcedManifest } from '../../lib/model/sourced';

// Objects as tests break them: any shape is wanted.
export type Loose = { [key: string]: Loose } & Loose[];

export function manifestsOf(yaml: string): readonly SourcedManifest[] {
  const { manifests, problems } = readManifests([{ file: 'set.yaml', content: yaml }]);
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'));
  return manifests;
}

/** The findings about a set, without notes. */
export function findingsIn(manifests: readonly SourcedManifest[]): Finding[] {
  return check(manifests).findings.filter(({ severity }) => severity !== 'note');
}

export const shown = (findings: readonly Finding[]): string[] =>
  findings.map(({ code, object, path, message }) => `${code} ${object?.kind}/${object?.name} ${fieldPathText(path ?? [])}: ${message}`);

/** Sets that a rule has to speak about, and sets about which it has to be silent (what lies outside the files may be a note). */
export interface RuleSets {
  readonly fails: readonly string[];
  readonly passes: readonly string[];
}

/** The test of one rule. */
export function ruleTest(code: string, { fails, passes }: RuleSets): void {
  const rule = RULES.find((each) => each.code === code);
  const run = (yaml: string): readonly Finding[] => check(manifestsOf(yaml), { rules: rule ? [rule] : [], schema: false }).findings;
  const told = (findings: readonly Finding[]): string[] =>
    shown(findings.filter(({ severity }) => severity !== 'note' || rule?.severity === 'note'));

  describe(`${code}: ${rule?.title}`, () => {
    test.each(fails)('fails: %s', (yaml) => {
      const findings = told(run(yaml));
      expect(findings).not.toEqual([]);
      expect(findings.every((finding) => finding.startsWith(code))).toBe(true);
    });

    test.each(passes)('passes: %s', (yaml) => {
      expect(told(run(yaml))).toEqual([]);
    });
  });
}
