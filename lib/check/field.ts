import type { FieldPath } from './finding';

/**
 * A place in an object: its value and the way to it. Total: a step into what is not there yields a field without a value, so a
 * rule reads odd input without a test at every step. The path is made only when something is reported.
 */
export class Field {
  static root(value: unknown): Field {
    return new Field(value, undefined, '');
  }

  private constructor(
    readonly value: unknown,
    private readonly parent: Field | undefined,
    private readonly step: string | number,
  ) {}

  /** The field at the end of the given steps. */
  at(...steps: (string | number)[]): Field {
    let field: Field = this;
    for (const step of steps) field = new Field(ownValue(field.value, step), field, step);
    return field;
  }

  get path(): FieldPath {
    return this.parent ? [...this.parent.path, this.step] : [];
  }

  /** Whether there is a value other than null. */
  get present(): boolean {
    return this.value !== undefined && this.value !== null;
  }

  /** The fields of a list; empty when the value is no list. */
  get items(): Field[] {
    return Array.isArray(this.value) ? this.value.map((item, index) => new Field(item, this, index)) : [];
  }

  /** The named fields of an object; empty when the value is no object. */
  get entries(): [string, Field][] {
    return isObject(this.value) ? Object.entries(this.value).map(([name, value]) => [name, new Field(value, this, name)]) : [];
  }

  /** The keys of an object, in order. */
  get keys(): string[] {
    return isObject(this.value) ? Object.keys(this.value) : [];
  }

  get text(): string | undefined {
    return typeof this.value === 'string' ? this.value : undefined;
  }

  get number(): number | undefined {
    return typeof this.value === 'number' ? this.value : undefined;
  }

  /** The texts of a list of texts; what is no text is left out. */
  get texts(): string[] {
    return Array.isArray(this.value) ? this.value.filter((item): item is string => typeof item === 'string') : [];
  }

  /** The entries of a map such as labels. A number or a boolean, which PD0802 reports, counts as the text that was meant; the rest is left out. */
  get labels(): Record<string, string> {
    const labels: Record<string, string> = Object.create(null);
    for (const [key, { value }] of this.entries)
      if (typeof value === 'string') labels[key] = value;
      else if (typeof value === 'number' || typeof value === 'boolean') labels[key] = String(value);
    return labels;
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function ownValue(value: unknown, step: string | number): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
  return (value as Record<string | number, unknown>)[step];
}
