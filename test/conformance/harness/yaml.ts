import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { KubeObject } from './kube';

/** The YAML files below a folder (or the file itself), sorted by path. */
export function yamlFiles(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => (statSync(join(path, name)).isDirectory() || /\.ya?ml$/.test(name) ? yamlFiles(join(path, name)) : []));
}

/** The objects of a YAML text, read as Kubernetes reads it (YAML 1.1); a List is taken apart, a kustomization.yaml left out. */
export function parseObjects(text: string, source: string): KubeObject[] {
  return parseAllDocuments(text, { version: '1.1', uniqueKeys: true, logLevel: 'silent' }).flatMap((document) => {
    if (document.errors.length) throw new Error(`${source}: ${document.errors[0]?.message}`);
    const object = document.toJS({ maxAliasCount: 1000 }) as (KubeObject & { items?: KubeObject[] }) | null;
    if (!object) return [];
    if (object.apiVersion?.startsWith('kustomize.config.k8s.io/')) return []; // a file of kustomize, not an object
    const objects = object.kind === 'List' ? (object.items ?? []) : [object];
    for (const one of objects) assertObject(one, source);
    return objects;
  });
}

/** What an object lacks that every one has. */
function assertObject(object: Partial<KubeObject>, source: string): asserts object is KubeObject {
  if (object.apiVersion && object.kind && object.metadata?.name) return;
  throw new Error(
    `${source}: not an object of the Kubernetes API (apiVersion, kind, metadata.name): ${JSON.stringify(object).slice(0, 200)}`,
  );
}

/** The objects of every YAML file below a folder. */
export const readObjects = (path: string) => yamlFiles(path).flatMap((file) => parseObjects(readFileSync(file, 'utf8'), file));
