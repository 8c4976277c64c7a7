import { check } from '../../lib/check/check';
import type { Finding } from '../../lib/check/finding';
import { fieldPathText } from '../../lib/check/finding';
import { readManifests } from '../../lib/model/read';
import type { SourcedManifest } from '../../lib/model/sourced';

// Objects as tests break them: any shape is wanted.
export type Loose = { [key: string]: Loose } & Loose[];

export function manifestsOf(yaml: string): readonly SourcedManifest[] {
  const { manifests, problems } = readManifests([{ file: 'set.yaml', content: yaml }]);
  expect(problems).toEqual([]);
  return manifests;
}

/** The findings about a set, without notes. */
export function findingsIn(manifests: readonly SourcedManifest[]): Finding[] {
  return check(manifests).findings.filter(({ severity }) => severity !== 'note');
}

export const shown = (findings: readonly Finding[]): string[] =>
  findings.map(({ code, object, path, message }) => `${code} ${object?.kind}/${object?.name} ${fieldPathText(path ?? [])}: ${message}`);
