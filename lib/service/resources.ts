import type { ContainerResources } from 'cdk8s-plus-27';
import type { TreeObject } from '../manifest/tree';
import type { TextParameter } from '../parameters/parameter';

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
    return {
      requests: { cpu, memory, 'ephemeral-storage': disk },
      limits: { cpu: cpuLimit, memory: memoryLimit, 'ephemeral-storage': diskLimit },
    };
  }
}

const QUANTITY = /^([0-9]+(?:\.[0-9]*)?|\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]+)?$/;

/** Quantities that Kubernetes does not read, and memory by the thousandth of a byte. */
export function quantityProblems(resources: Resources | ContainerResources | undefined): string[] {
  if (!(resources instanceof Resources)) return [];
  const problems: string[] = [];
  for (const [part, amounts] of Object.entries(resources._tree())) {
    for (const [name, amount] of Object.entries(amounts as TreeObject)) {
      if (typeof amount !== 'string' || amount.includes('${')) continue;
      if (!QUANTITY.test(amount))
        problems.push(`resources.${part}.${name} '${amount}' is no quantity: a number with a unit, such as 100m or 256Mi.`);
      else if (name !== 'cpu' && amount.endsWith('m'))
        problems.push(`resources.${part}.${name} '${amount}' is thousandths of a byte; write '${amount.slice(0, -1)}Mi'.`);
    }
  }
  return problems;
}
