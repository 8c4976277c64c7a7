import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { fetchRelease } from './releases';
import type { Schema } from './schema';

/** One version of a custom resource, as its definition states it. */
export interface CrdVersion {
  readonly name: string;
  readonly served: boolean;
  readonly deprecated?: boolean;
  readonly deprecationWarning?: string;
  readonly schema: { readonly openAPIV3Schema: Schema };
}

/** A CustomResourceDefinition, as far as it is needed here. */
export interface Crd {
  readonly kind: 'CustomResourceDefinition';
  readonly spec: {
    readonly group: string;
    readonly scope: 'Namespaced' | 'Cluster';
    readonly names: { readonly kind: string };
    readonly versions: readonly CrdVersion[];
  };
}

/** All definitions of a release, served versions only, newest version first. js-yaml also reads Flagger's irregular indentation. */
export function readCrds(release: string): Crd[] {
  const at = fetchRelease(release);
  const files = statSync(at).isDirectory()
    ? readdirSync(at)
        .filter((name) => name.endsWith('.yaml'))
        .sort()
        .map((name) => join(at, name))
    : [at];
  return files
    .flatMap((file) => loadAll(readFileSync(file, 'utf8')) as (Partial<Crd> | null)[])
    .filter((document): document is Crd => document?.kind === 'CustomResourceDefinition')
    .map((crd) => ({ ...crd, spec: { ...crd.spec, versions: crd.spec.versions.filter((one) => one.served).sort(newestFirst) } }));
}

/** Kubernetes' version priority: v2, v1, v1beta2, v1beta1, v1alpha1. */
function newestFirst(a: { name: string }, b: { name: string }): number {
  const rank = (name: string): number[] => {
    const [, major, stage, minor] = /^v(\d+)(?:(alpha|beta)(\d+))?$/.exec(name) ?? ['', '0', 'alpha', '0'];
    return [stage === undefined ? 2 : stage === 'beta' ? 1 : 0, Number(major), Number(minor ?? 0)];
  };
  const [x, y] = [rank(a.name), rank(b.name)];
  return y[0] - x[0] || y[1] - x[1] || y[2] - x[2];
}
