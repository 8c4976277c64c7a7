/** The versions of Kubernetes whose schemas the library carries, oldest first. */
export const kubernetesVersions: readonly string[] = ['1.29', '1.30', '1.31', '1.32', '1.33', '1.34', '1.35', '1.36'];

export const newestKubernetesVersion = '1.36';

/** The version that is meant by `v1.31.4` or `1.31`; undefined when the library does not carry it. */
export function kubernetesVersionOf(text: string): string | undefined {
  const minor = /^v?(1\.\d+)(\.\d+.*)?$/.exec(text)?.[1];
  return minor !== undefined && kubernetesVersions.includes(minor) ? minor : undefined;
}

/** Whether `1.9` comes before `1.29` or is the same. */
export function isAtMost(version: string, other: string): boolean {
  return Number(version.slice(2)) <= Number(other.slice(2));
}
