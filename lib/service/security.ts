import type { TreeObject } from '../manifest/tree';

/**
 * What the pods may do. The defaults are those that Pod Security "restricted" admits, and a few beyond it; each can be adjusted:
 *
 * | default | field | adjusted by |
 * |---|---|---|
 * | runs as user and group 10001, not as root | `runAsNonRoot`, `runAsUser`, `runAsGroup`, `fsGroup` | `runAsNonRoot`, `runAsUser`, `runAsGroup`, `fsGroup` |
 * | no new privileges | `allowPrivilegeEscalation: false` | `allowPrivilegeEscalation` |
 * | no capabilities | `capabilities.drop: [ALL]` | `addCapabilities` |
 * | the runtime's own system call filter | `seccompProfile: RuntimeDefault` | `seccompProfile` |
 * | the image cannot be written to | `readOnlyRootFilesystem: true` | `writablePaths` of the version, or `readOnlyRootFilesystem` |
 * | no token for the Kubernetes API | `automountServiceAccountToken: false` | `automountServiceAccountToken` |
 * | CPU and memory are set aside and limited | `resources` | `resources` of the version |
 *
 * See https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
export interface SecurityOptions {
  /** Becomes `securityContext.runAsUser`; never 0 with `runAsNonRoot`, never 1337, which is Istio's proxy. Default: 10001. */
  readonly runAsUser?: number;
  /** Becomes `securityContext.runAsGroup`. Default: 10001. */
  readonly runAsGroup?: number;
  /** The group that owns mounted volumes. Becomes `securityContext.fsGroup`. Default: 10001. */
  readonly fsGroup?: number;
  /** Becomes `securityContext.runAsNonRoot`. Default: true. */
  readonly runAsNonRoot?: boolean;
  /** Becomes `allowPrivilegeEscalation`. Default: false. */
  readonly allowPrivilegeEscalation?: boolean;
  /** Becomes `readOnlyRootFilesystem`. Default: true. */
  readonly readOnlyRootFilesystem?: boolean;
  /**
   * Capabilities besides none, without `CAP_`: `NET_BIND_SERVICE` is the one that "restricted" admits. Becomes `capabilities.add`. Default:
   * none.
   */
  readonly addCapabilities?: string[];
  /** `RuntimeDefault` or `Unconfined`. Becomes `seccompProfile.type`. Default: RuntimeDefault. */
  readonly seccompProfile?: string;
  /** Becomes `automountServiceAccountToken`. Default: false. */
  readonly automountServiceAccountToken?: boolean;
}

const USER = 10001;

/** The `securityContext` of the pod. */
export function podSecurity(security: SecurityOptions): TreeObject {
  return {
    runAsNonRoot: security.runAsNonRoot ?? true,
    runAsUser: security.runAsUser ?? USER,
    runAsGroup: security.runAsGroup ?? USER,
    fsGroup: security.fsGroup ?? USER,
    seccompProfile: { type: security.seccompProfile ?? 'RuntimeDefault' },
  };
}

/** The `securityContext` of each container. */
export function containerSecurity(security: SecurityOptions): TreeObject {
  return {
    allowPrivilegeEscalation: security.allowPrivilegeEscalation ?? false,
    readOnlyRootFilesystem: security.readOnlyRootFilesystem ?? true,
    capabilities: { drop: ['ALL'], add: security.addCapabilities },
  };
}

/** The user of Istio's proxy, whose traffic the mesh does not capture. */
const ISTIO_PROXY_USER = 1337;

export function securityProblems(security: SecurityOptions): string[] {
  const problems: string[] = [];
  const { runAsUser, runAsNonRoot = true, addCapabilities = [], seccompProfile } = security;
  for (const [field, value] of Object.entries({ runAsUser, runAsGroup: security.runAsGroup, fsGroup: security.fsGroup })) {
    if (value !== undefined && !(Number.isInteger(value) && value >= 0))
      problems.push(`security.${field} ${value} is no user or group: a whole number from 0 on.`);
  }
  if (runAsUser === 0 && runAsNonRoot)
    problems.push('security.runAsUser is 0, which is root, and runAsNonRoot forbids it: the pod would never start; state another user.');
  if (runAsUser === ISTIO_PROXY_USER)
    problems.push("security.runAsUser is 1337, Istio's proxy, whose traffic the mesh does not see; state another user.");
  for (const capability of addCapabilities) {
    if (capability.startsWith('CAP_'))
      problems.push(`security.addCapabilities '${capability}': Kubernetes writes it without CAP_: '${capability.slice(4)}'.`);
  }
  if (seccompProfile !== undefined && !['RuntimeDefault', 'Unconfined'].includes(seccompProfile))
    problems.push(`security.seccompProfile '${seccompProfile}' is neither RuntimeDefault nor Unconfined.`);
  return problems;
}
