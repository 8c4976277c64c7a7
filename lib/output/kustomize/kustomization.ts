import { emitYaml } from '../emit';
import type { OutputFile } from '../output';

/** What a kustomization lists; empty lists are left out. */
export interface KustomizationLists {
  readonly resources: readonly string[];
  readonly patches?: readonly object[];
  readonly images?: readonly object[];
  readonly replicas?: readonly object[];
}

export function kustomization(lists: KustomizationLists): OutputFile {
  const filled = Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));
  return {
    path: 'kustomization.yaml',
    text: emitYaml({ apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization', ...filled }),
  };
}
