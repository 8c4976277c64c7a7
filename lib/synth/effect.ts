import { identityKey, identityOf } from '../manifest/manifest';
import { readManifests } from '../model/read';
import type { SourcedManifest } from '../model/sourced';
import type { OutputFile } from '../output/output';
import type { WriteReport } from '../output/write-folder';
import { changesBetween } from '../simulate/changes/changes';
import { trafficSentences } from '../simulate/changes/traffic';

/** What was written for one environment as plain YAML, beside what stood there. */
export interface Rewritten {
  readonly environment: string;
  readonly manifests: readonly SourcedManifest[];
}

/** Beyond this many changed files of an environment the effect is for `progressive diff` to tell. */
const MANY = 500;

/**
 * What a synthesis changes for requests, in sentences: `prod: shop/reviews: v1 80 % -> 50 %, v2 20 % -> 50 %`. Told from the plain YAML that stood
 * there before; nothing where there was none.
 */
export function effectOf(
  environments: readonly Rewritten[],
  files: readonly OutputFile[],
  { created, updated }: WriteReport,
  replaced: ReadonlyMap<string, Buffer>,
): string[] {
  const fresh = new Set([...created, ...updated]);
  return environments.flatMap(({ environment, manifests }) => {
    const folder = `yaml/${environment}/`;
    const own = files.filter(({ path }) => path.startsWith(folder));
    const written = own.filter(({ path }) => fresh.has(path));
    const old = [...replaced].filter(([path]) => path.startsWith(folder)).map(([file, content]) => ({ file, content }));
    const isFirst = old.length === 0 && written.length === own.length;
    if (isFirst || written.length + old.length === 0) return [];
    if (written.length + old.length > MANY)
      return [`${environment}: more than ${MANY} files changed; 'progressive diff' says what that does to requests.`];
    const now = identitiesIn(readManifests(written.map(({ path, text }) => ({ file: path, content: text }))).manifests);
    const before = [...manifests.filter(({ manifest }) => !now.has(identityKey(identityOf(manifest)))), ...readManifests(old).manifests];
    return trafficSentences(changesBetween(before, manifests).traffic).map((sentence) => `${environment}: ${sentence}`);
  });
}

function identitiesIn(manifests: readonly SourcedManifest[]): Set<string> {
  return new Set(manifests.map(({ manifest }) => identityKey(identityOf(manifest))));
}
