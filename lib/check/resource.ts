import { groupOf, type ObjectId } from '../manifest/manifest';
import type { SourcedManifest } from '../model/sourced';
import { Field } from './field';

/** One object as rules see it: who it is, and its fields. */
export interface Resource {
  readonly id: ObjectId;
  readonly apiVersion: string;
  readonly root: Field;
  readonly spec: Field;
  readonly source: SourcedManifest;
  /** Given with `--context`: it may be referred to, and nothing is reported about it. */
  readonly context: boolean;
}

export function resourceOf(source: SourcedManifest, context: boolean): Resource {
  const root = Field.root(source.manifest);
  const apiVersion = root.at('apiVersion').text ?? '';
  const metadata = root.at('metadata');
  const id: ObjectId = {
    group: groupOf(apiVersion),
    kind: root.at('kind').text ?? '',
    namespace: metadata.at('namespace').text ?? '',
    name: metadata.at('name').text ?? '',
  };
  return { id, apiVersion, root, spec: root.at('spec'), source, context };
}

export const labelsOf = (resource: Resource): Record<string, string> => resource.root.at('metadata', 'labels').labels;
export const annotationsOf = (resource: Resource): Record<string, string> => resource.root.at('metadata', 'annotations').labels;

/** Whether the API server makes the name: each time the object is created, another one that begins with the stated text. */
export const isGenerated = (root: Field): boolean =>
  root.at('metadata', 'generateName').text !== undefined && root.at('metadata', 'generateName').text === root.at('metadata', 'name').text;
