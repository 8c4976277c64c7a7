import type { VolumeMount } from 'cdk8s-plus-27';
import type { TreeObject } from '../manifest/tree';

/** A volume of the pod and where one container mounts it. */
export interface MountedVolume {
  readonly volume: TreeObject & { readonly name: string };
  readonly mount: TreeObject & { readonly mountPath: string };
  /** Whether no other mount may share the volume. */
  readonly alone?: boolean;
}

/** Field names that cdk8s-plus writes in another case than Kubernetes. */
const RENAMED: { readonly [field: string]: string | undefined } = { hostIp: 'hostIP', volumeId: 'volumeID', diskUri: 'diskURI' };

/** Plain data with Kubernetes' own field names. */
export function kubeFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(kubeFields);
  if (typeof value !== 'object' || value === null || ![Object.prototype, null].includes(Object.getPrototypeOf(value))) return value;
  return Object.fromEntries(Object.entries(value).map(([field, each]) => [RENAMED[field] ?? field, kubeFields(each)]));
}

/** A volume of cdk8s-plus. */
export function mountedVolume({ volume, path, readOnly, subPath, subPathExpr, propagation }: VolumeMount): MountedVolume {
  return {
    volume: kubeFields(volume._toKube()) as MountedVolume['volume'],
    mount: { name: volume.name, mountPath: path, readOnly, subPath, subPathExpr, mountPropagation: propagation },
  };
}

/** An empty folder that ends with the pod. */
export function writablePath(path: string): MountedVolume {
  const name =
    path
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 63) || 'root';
  return { volume: { name, emptyDir: {} }, mount: { name, mountPath: path }, alone: true };
}

/** Each volume once; several mounts may share one. */
export function volumesTree(mounted: readonly MountedVolume[]): TreeObject[] | undefined {
  const byName = new Map(mounted.map(({ volume }) => [volume.name, volume]));
  return byName.size > 0 ? [...byName.values()] : undefined;
}

/** Two volumes of one name, and two mounts at one path. */
export function volumeProblems(mounted: readonly MountedVolume[]): string[] {
  const problems: string[] = [];
  const volumes = new Map<string, string>();
  const paths = new Set<string>();
  for (const { volume, mount, alone } of mounted) {
    const text = alone ? mount.mountPath : JSON.stringify(volume);
    if ((volumes.get(volume.name) ?? text) !== text)
      problems.push(`two different volumes have the name '${volume.name}'; give one of them another name.`);
    volumes.set(volume.name, text);
    if (paths.has(mount.mountPath)) problems.push(`two volumes are mounted at '${mount.mountPath}'; mount one of them elsewhere.`);
    paths.add(mount.mountPath);
    if (!mount.mountPath.startsWith('/')) problems.push(`the path '${mount.mountPath}' of a volume is not absolute: it starts with '/'.`);
  }
  return problems;
}
