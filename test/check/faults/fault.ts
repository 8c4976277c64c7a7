import type { SourcedManifest } from '../../../lib/model/sourced';
import { type Loose, manifestsOf } from '../helper';
import { CORRECT_SETS } from '../sets';

/** One way to break a correct set; the number is that of the list of faults the checks were made for. */
export interface Fault {
  readonly fault: number;
  readonly what: string;
  readonly set: keyof typeof CORRECT_SETS;
  /** One of the codes that must be reported; what it is about must be among the findings. */
  readonly code: string;
  break(set: BrokenSet): void;
}

/** A correct set, to be broken by program. */
export class BrokenSet {
  private objects: Loose[];

  constructor(name: string) {
    this.objects = manifestsOf(CORRECT_SETS[name]).map(({ manifest }) => structuredClone(manifest) as unknown as Loose);
  }

  /** The object of that kind and name. */
  get(id: string): Loose {
    const found = this.objects.find((object) => `${object.kind}/${object.metadata.name}` === id);
    if (!found) throw new Error(`The set has no ${id}`);
    return found;
  }

  spec(id: string): Loose {
    return this.get(id).spec;
  }

  drop(id: string): void {
    const found = this.get(id);
    this.objects = this.objects.filter((object) => object !== found);
  }

  add(object: unknown): void {
    this.objects.push(object as Loose);
  }

  get manifests(): SourcedManifest[] {
    return this.objects.map((manifest) => ({ manifest: manifest as unknown as SourcedManifest['manifest'], origin: {} }));
  }

  all(): readonly Loose[] {
    return this.objects;
  }
}

/** Sets a value at a path such as `http[2].route[0].weight`; undefined removes it. */
export function put(root: Loose, path: string, value: unknown): void {
  const steps = path.replace(/\[(\d+)\]/g, '.$1').split('.');
  const last = steps.pop() ?? '';
  const parent = steps.reduce<Loose>((object, step) => object[step as keyof Loose] as Loose, root);
  if (value === undefined) delete parent[last];
  else parent[last] = value as Loose;
}
