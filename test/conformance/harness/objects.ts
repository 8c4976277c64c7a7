import type { KubeObject } from './kube';

type Tree = { [key: string]: unknown };
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

/** `networking.istio.io/v1 VirtualService shop/web`: one object among all outputs. */
export const identity = ({ apiVersion, kind, metadata }: KubeObject) =>
  `${apiVersion} ${kind} ${metadata.namespace ?? ''}/${metadata.name}`;

/** Objects by identity; the same one twice is an error. */
export function byIdentity(objects: readonly KubeObject[]): Map<string, KubeObject> {
  const map = new Map<string, KubeObject>();
  for (const object of objects) {
    if (map.has(identity(object))) throw new Error(`${identity(object)} is there twice`);
    map.set(identity(object), object);
  }
  return map;
}

/** Where two values differ, as parsed data: `spec.replicas: 2 / 3`. */
export function differences(left: unknown, right: unknown, path = ''): string[] {
  if (Array.isArray(left) && Array.isArray(right) && left.length === right.length) {
    return left.flatMap((one, i) => differences(one, right[i], `${path}[${i}]`));
  }
  if (isTree(left) && isTree(right)) {
    const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])].sort();
    return keys.flatMap((key) => differences(left[key], right[key], path ? `${path}.${key}` : key));
  }
  return Object.is(left, right) ? [] : [`${path}: ${JSON.stringify(left)} / ${JSON.stringify(right)}`];
}

/** How two sets of objects differ: what is only in one of them, and each differing field. */
export function compareSets(left: readonly KubeObject[], right: readonly KubeObject[]): string[] {
  const [a, b] = [byIdentity(left), byIdentity(right)];
  const onlyLeft = [...a.keys()].filter((key) => !b.has(key)).map((key) => `${key}: only in the first`);
  const onlyRight = [...b.keys()].filter((key) => !a.has(key)).map((key) => `${key}: only in the second`);
  const both = [...a].flatMap(([key, object]) => (b.has(key) ? differences(object, b.get(key)).map((line) => `${key}: ${line}`) : []));
  return [...onlyLeft, ...onlyRight, ...both];
}

/** Every value in an object, with the key it stands under. */
export function* walk(value: unknown, key = ''): Generator<[string, unknown]> {
  yield [key, value];
  if (Array.isArray(value)) for (const one of value) yield* walk(one, key);
  else if (isTree(value)) for (const [name, one] of Object.entries(value)) yield* walk(one, name);
}

/** The pods that workloads of any kind (Deployment, StatefulSet, Rollout, Knative Service ...) would make, one each. */
export function podsOf(objects: readonly KubeObject[]): KubeObject[] {
  return objects.flatMap((object) => {
    const { template, volumeClaimTemplates = [] } = (object.spec ?? {}) as { template?: Tree; volumeClaimTemplates?: KubeObject[] };
    if (!isTree(template) || !isTree(template.spec) || !Array.isArray(template.spec.containers)) return [];
    const knative = object.apiVersion.startsWith('serving.knative.dev/');
    const {
      containers,
      containerConcurrency,
      timeoutSeconds,
      volumes = [],
      ...spec
    } = template.spec as Tree & { containers: Tree[]; volumes?: Tree[] };
    const named = containers.map((container, i) => ({ name: `container-${i}`, ...container, ...(knative ? WITHOUT_PROBES : {}) }));
    const claimed = volumeClaimTemplates.map(({ metadata }) => ({ name: metadata.name, emptyDir: {} }));
    const metadata = { ...(template.metadata as object), name: object.metadata.name, namespace: object.metadata.namespace };
    return [{ apiVersion: 'v1', kind: 'Pod', metadata, spec: { ...spec, containers: named, volumes: [...volumes, ...claimed] } }];
  });
}

/** Knative completes the probes of its containers, which name no port, before it makes pods. */
const WITHOUT_PROBES = { livenessProbe: undefined, readinessProbe: undefined, startupProbe: undefined };
