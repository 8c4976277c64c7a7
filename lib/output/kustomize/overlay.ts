import { isDeepStrictEqual } from 'node:util';
import type { Manifest } from '../../manifest/manifest';
import type { SourcedManifest } from '../../model/sourced';
import { fileNames } from '../file-names';
import type { ManifestTexts } from '../manifest-text';
import type { OutputFile } from '../output';
import { type ImageTag, imageTags, withImageTags } from './images';
import { jsonPatch } from './json-patch';
import { kustomization } from './kustomization';
import { mergePatch } from './merge-patch';
import { replacingPatch, survivesJsonPatch } from './replacing-patch';
import { type ReplicaCount, replicaCounts, withReplicas } from './replicas';
import { targetOf } from './target';

interface Change {
  readonly from: Manifest;
  readonly to: Manifest;
  readonly construct: string | undefined;
}

/** The difference between the base and what an environment wants, computed: patches, tags, replicas, objects that only one of them has. */
export function overlay(
  base: readonly SourcedManifest[],
  wanted: readonly SourcedManifest[],
  baseFolder: string,
  texts: ManifestTexts,
): OutputFile[] {
  const inBase = new Map(base.map((each) => [keyOf(each.manifest), each]));
  const inWanted = new Map(wanted.map((each) => [keyOf(each.manifest), each]));
  const added = wanted.filter(({ manifest }) => !inBase.has(keyOf(manifest)));
  const removed = base.filter(({ manifest }) => !inWanted.has(keyOf(manifest)));
  const both: Change[] = base.flatMap(({ manifest, origin }) => {
    const other = inWanted.get(keyOf(manifest));
    return other ? [{ from: manifest, to: other.manifest, construct: origin.construct }] : [];
  });
  const { images, replicas, rest } = transformed(both, added);
  const files: OutputFile[] = [];
  const patches: object[] = [];
  const removedNames = fileNames(removed.map(({ manifest }) => manifest));
  const addedNames = fileNames(added.map(({ manifest }) => manifest));
  const patchNames = fileNames(rest.map(({ from }) => from));
  added.forEach(({ manifest, origin }, index) => {
    files.push({ path: addedNames[index] as string, text: texts.of(manifest, origin.construct) });
  });
  for (const [index, { from, to, construct }] of rest.entries()) {
    const path = `patches/${patchNames[index]}`;
    const merge = mergePatch(from, to) ?? (survivesJsonPatch(to) ? undefined : replacingPatch(from, to));
    files.push({ path, text: texts.of(merge ?? jsonPatch(from, to), construct) });
    patches.push(merge ? { path } : { path, target: targetOf(from) });
  }
  removed.forEach(({ manifest, origin }, index) => {
    const path = `patches/delete-${removedNames[index]}`;
    const { name, namespace } = manifest.metadata;
    const text = texts.of(
      { $patch: 'delete', apiVersion: manifest.apiVersion, kind: manifest.kind, metadata: { name, namespace } },
      origin.construct,
    );
    files.push({ path, text });
    patches.push({ path });
  });
  return [kustomization({ resources: [...(base.length > 0 ? [baseFolder] : []), ...addedNames], patches, images, replicas }), ...files];
}

/** Tags and replicas that transformers express exactly, and what is left for patches. */
function transformed(
  both: readonly Change[],
  added: readonly SourcedManifest[],
): { images: ImageTag[]; replicas: ReplicaCount[]; rest: Change[] } {
  const changed = both.filter(({ from, to }) => from !== to && !isDeepStrictEqual(from, to));
  if (changed.length === 0) return { images: [], replicas: [], rest: [] };
  const all = [...both, ...added.map(({ manifest }) => ({ from: manifest, to: manifest }))];
  const images = imageTags(all);
  const replicas = replicaCounts(all);
  const tags = new Map(images.map(({ name, newTag }) => [name, newTag]));
  const counts = new Map(replicas.map(({ name, count }) => [name, count]));
  const rest = changed
    .map((change) => ({ ...change, from: withReplicas(withImageTags(change.from, tags) as Manifest, counts) }))
    .filter(({ from, to }) => !isDeepStrictEqual(from, to));
  return { images, replicas, rest };
}

function keyOf({ apiVersion, kind, metadata }: Manifest): string {
  return `${apiVersion} ${kind} ${metadata.namespace ?? ''}/${metadata.name}`;
}
