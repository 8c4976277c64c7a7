import { groupOf } from '../../manifest/manifest';
import { keyOf } from './crds';
import { isServed, lifecycles, schemaIndex } from './load';
import { nearestName } from './nearest';
import type { SchemaProblem } from './schema';
import { isAtMost } from './versions';
import { listed, quoted } from './words';

/** A version of a built-in kind that Kubernetes gives up. */
export interface Deprecation {
  /** Kubernetes version since which it is deprecated, and the one in which it is gone. */
  readonly deprecated: string;
  readonly removed: string;
  /** What takes its place. */
  readonly replacement?: { readonly apiVersion: string; readonly kind: string };
}

/** When Kubernetes deprecates a version of a built-in kind: undefined when it does not up to the given version. */
export function deprecationOf(apiVersion: string, kind: string, kubernetesVersion: string): Deprecation | undefined {
  const found = lifecycles().get(keyOf(apiVersion, kind));
  if (found === undefined || !isAtMost(found[0], kubernetesVersion)) return undefined;
  const [deprecated, removed, replacement] = found;
  const slash = replacement.lastIndexOf('/');
  return {
    deprecated,
    removed,
    ...(slash > 0 && { replacement: { apiVersion: replacement.slice(0, slash), kind: replacement.slice(slash + 1) } }),
  };
}

/** Why an object's kind is not served in that version of its API; nothing when it is not known who would serve it. */
export function servedProblems(apiVersion: string, kind: string, kubernetesVersion: string): SchemaProblem[] {
  const gone = deprecationOf(apiVersion, kind, kubernetesVersion);
  if (gone !== undefined && isAtMost(gone.removed, kubernetesVersion)) {
    const instead = gone.replacement === undefined ? 'nothing takes its place' : `use ${gone.replacement.apiVersion}`;
    const message = `${kind} of ${apiVersion} is gone since Kubernetes ${gone.removed}; ${instead}`;
    return [
      {
        path: ['apiVersion'],
        keyword: 'apiVersion',
        message,
        ...(gone.replacement && { allowed: [gone.replacement.apiVersion], nearest: gone.replacement.apiVersion }),
      },
    ];
  }
  if (SERVED_BY_OTHERS.test(keyOf(apiVersion, kind))) return [];
  const group = groupOf(apiVersion);
  const served = [...schemaIndex().keys()].filter((key) => isServed(key, kubernetesVersion)).map(split);
  const ofKind = served.filter((one) => one.kind === kind && groupOf(one.apiVersion) === group).map((one) => one.apiVersion);
  if (ofKind.length > 0) {
    const [nearest] = ofKind;
    const message = `${kind} is not served as ${quoted(apiVersion)}; it is served as ${listed(ofKind)}`;
    return [{ path: ['apiVersion'], keyword: 'apiVersion', message, allowed: ofKind, nearest }];
  }
  return isBuiltin(group) ? wrongKind(apiVersion, kind, served) : [];
}

/**
 * Versions that the releases whose schemas are here no longer serve, and that others in use do: Gateway API up to 1.5 (in its experimental channel),
 * Flux up to 2.6, the Prometheus operator on request.
 */
const SERVED_BY_OTHERS = new RegExp(
  [
    'gateway\\.networking\\.k8s\\.io/v1alpha[23]/(TCPRoute|TLSRoute|UDPRoute|GRPCRoute|BackendTLSPolicy|ReferenceGrant)',
    'kustomize\\.toolkit\\.fluxcd\\.io/v1beta[12]/Kustomization',
    'monitoring\\.coreos\\.com/v1beta1/AlertmanagerConfig',
  ]
    .map((key) => `^${key}$`)
    .join('|'),
);

/** A kind that Kubernetes does not have: in a group of its own it cannot come from elsewhere. */
function wrongKind(
  apiVersion: string,
  kind: string,
  served: readonly { readonly apiVersion: string; readonly kind: string }[],
): SchemaProblem[] {
  const elsewhere = [...new Set(served.filter((one) => one.kind === kind).map((one) => one.apiVersion))];
  if (elsewhere.length > 0) {
    const message = `${quoted(apiVersion)} has no ${kind}; ${kind} is of ${listed(elsewhere, 'or')}`;
    return [{ path: ['apiVersion'], keyword: 'apiVersion', message, allowed: elsewhere, nearest: elsewhere[0] }];
  }
  const kinds = [...new Set(served.filter((one) => one.apiVersion === apiVersion).map((one) => one.kind))].sort();
  const nearest = nearestName(kind, kinds);
  const hint = nearest !== undefined ? `; did you mean ${quoted(nearest)}?` : kinds.length > 0 ? `; it has ${listed(kinds)}` : '';
  return [
    {
      path: ['kind'],
      keyword: 'kind',
      message: `${quoted(apiVersion)} has no kind ${quoted(kind)}${hint}`,
      allowed: kinds,
      ...(nearest && { nearest }),
    },
  ];
}

/** Groups that belong to Kubernetes: no custom resource can be in them. */
function isBuiltin(group: string): boolean {
  return !group.includes('.') ? ['', 'apps', 'autoscaling', 'batch', 'extensions', 'policy'].includes(group) : builtinGroups().has(group);
}

let groups: ReadonlySet<string> | undefined;

function builtinGroups(): ReadonlySet<string> {
  groups ??= new Set([...schemaIndex()].filter(([, file]) => file === 'kubernetes').map(([key]) => groupOf(split(key).apiVersion)));
  return groups;
}

function split(key: string): { readonly apiVersion: string; readonly kind: string } {
  const slash = key.lastIndexOf('/');
  return { apiVersion: key.slice(0, slash), kind: key.slice(slash + 1) };
}
