import type { ContainerResources } from 'cdk8s-plus-27';
import { quantity } from '../check/grammar/quantity';
import type { TreeObject } from '../manifest/tree';
import type { TextParameter } from '../parameters/parameter';
import { requireShape } from '../shapes/shapes';

export interface ResourceQuantities {
  /** CPU that is set aside, as a Kubernetes quantity: `100m`. Becomes `requests.cpu`. */
  readonly cpu?: string | TextParameter;
  /** Memory that is set aside: `128Mi`. Becomes `requests.memory`. */
  readonly memory?: string | TextParameter;
  /** CPU above which the container is slowed down. Becomes `limits.cpu`. Default: none. */
  readonly cpuLimit?: string | TextParameter;
  /** Memory above which the container is killed. Becomes `limits.memory`. Default: as much as `memory`. */
  readonly memoryLimit?: string | TextParameter;
  /** Disk of the node that is set aside. Becomes `requests.ephemeral-storage`. Default: none. */
  readonly ephemeralStorage?: string | TextParameter;
  /** Disk of the node above which the pod is evicted. Becomes `limits.ephemeral-storage`. Default: as much as `ephemeralStorage`. */
  readonly ephemeralStorageLimit?: string | TextParameter;
}

/** What a container may use. See https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/ */
export class Resources {
  /** Exact quantities. */
  public static of(quantities: ResourceQuantities): Resources {
    requireShape('ResourceQuantities', quantities, 'Resources.of()');
    return new Resources(quantities);
  }

  /** The default: a tenth of a processor, at most one, and 256 MiB. */
  public static small(): Resources {
    return new Resources({ cpu: '100m', memory: '256Mi', cpuLimit: '1', memoryLimit: '256Mi' });
  }

  private constructor(private readonly quantities: ResourceQuantities) {}

  /** @internal */
  public _tree(): TreeObject {
    const {
      cpu,
      memory,
      cpuLimit,
      memoryLimit = memory,
      ephemeralStorage: disk,
      ephemeralStorageLimit: diskLimit = disk,
    } = this.quantities;
    const parts = {
      requests: { cpu, memory, 'ephemeral-storage': disk },
      limits: { cpu: cpuLimit, memory: memoryLimit, 'ephemeral-storage': diskLimit },
    };
    return Object.fromEntries(Object.entries(parts).filter(([, amounts]) => Object.values(amounts).some((amount) => amount !== undefined)));
  }
}

/** Quantities that Kubernetes does not read, memory by the thousandth of a byte, and more set aside than allowed. */
export function quantityProblems(resources: Resources | ContainerResources | undefined): string[] {
  if (resources === undefined) return [];
  if (!(resources instanceof Resources)) return withoutClass(resources);
  const { requests = {}, limits = {} } = resources._tree() as { readonly [part: string]: TreeObject | undefined };
  return [...amountProblems('requests', requests), ...amountProblems('limits', limits), ...excess(requests, limits)];
}

/** cdk8s-plus takes objects: a text in their place would vanish. */
function withoutClass(resources: ContainerResources): string[] {
  const plain = Object.entries(resources).filter(([, amount]) => amount !== undefined && typeof amount !== 'object');
  return plain.map(
    ([name, amount]) =>
      `resources.${name} '${amount}' is no { request, limit } of cdk8s-plus; write Resources.of({ ${name}: '${amount}' }).`,
  );
}

function amountProblems(part: string, amounts: TreeObject): string[] {
  return Object.entries(amounts).flatMap(([name, amount]) => {
    if (typeof amount !== 'string' || amount.includes('${')) return [];
    const value = quantity(amount);
    if (value === undefined || value < 0)
      return [`resources.${part}.${name} '${amount}' is no quantity: a number with a unit, such as 100m or 256Mi.`];
    if (name === 'cpu' || !amount.endsWith('m')) return [];
    return [`resources.${part}.${name} '${amount}' is thousandths of a byte; write '${amount.slice(0, -1)}Mi'.`];
  });
}

function excess(requests: TreeObject, limits: TreeObject): string[] {
  return Object.entries(requests).flatMap(([name, request]) => {
    const [least, most] = [quantity(request), quantity(limits[name])];
    if (least === undefined || most === undefined || least <= most) return [];
    return [
      `resources.requests.${name} '${request}' is more than limits.${name} '${limits[name]}'; Kubernetes refuses that: raise the limit.`,
    ];
  });
}
