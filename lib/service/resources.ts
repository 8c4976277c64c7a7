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
    const { cpu, memory, cpuLimit, memoryLimit = memory } = this.quantities;
    return { requests: { cpu, memory }, limits: { cpu: cpuLimit, memory: memoryLimit } };
  }
}
