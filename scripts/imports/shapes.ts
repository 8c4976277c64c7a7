import { createHash } from 'node:crypto';
import { embedded } from './kinds';
import type { Schema } from './schema';

/** A TypeScript type: text that stands for itself, or one that gets a name of its own. */
export type Shape =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'array' | 'map'; readonly of: Shape }
  | { readonly is: 'nullable'; readonly of: Shape }
  | { readonly is: 'named'; readonly id: string }
  | { readonly is: 'kubernetes'; readonly definition: string };

export interface Member {
  readonly name: string;
  readonly required: boolean;
  readonly shape: Shape;
}

/** What gets a name: an interface or a long list of allowed values. */
export interface Named {
  readonly paths: string[][];
  readonly members?: readonly Member[];
  /** Whether fields beside the members are allowed. */
  readonly open?: boolean;
  readonly values?: readonly string[];
}

const text = (value: string): Shape => ({ is: 'text', text: value });
const anything: Shape = text('unknown');

/** Finds the shapes of a schema: equal ones share one name, so that a kind says everything once. */
export class Shapes {
  readonly named = new Map<string, Named>();

  constructor(private readonly reference: (name: string) => Shape = () => anything) {}

  of(schema: Schema, path: readonly string[]): Shape {
    const shape = this.bare(schema, path);
    return schema.nullable === true ? { is: 'nullable', of: shape } : shape;
  }

  /** The members of an object schema, the named ones left out. */
  members(schema: Schema, path: readonly string[], without: readonly string[] = []): Member[] {
    const required = new Set(schema.required);
    return Object.keys(schema.properties ?? {})
      .filter((name) => !without.includes(name))
      .sort()
      .map((name) => ({ name, required: required.has(name), shape: this.of(schema.properties?.[name] ?? {}, [...path, name]) }));
  }

  private bare(schema: Schema, path: readonly string[]): Shape {
    if (schema.$ref !== undefined) return this.reference(schema.$ref);
    if (schema['x-kubernetes-int-or-string'] === true) return text('number | string');
    if (schema.type === undefined) {
      const types = (schema.anyOf ?? schema.oneOf ?? []).map((one) => one.type);
      if (types.length > 0 && types.every((type) => type === 'integer' || type === 'number' || type === 'string'))
        return text('number | string');
    }
    if (schema.enum !== undefined) return this.values(schema.enum, path);
    if (schema.type === 'string' || schema.type === 'boolean' || schema.type === 'number') return text(schema.type);
    if (schema.type === 'integer') return text('number');
    if (schema.type === 'array') return { is: 'array', of: this.of(schema.items ?? {}, path) };
    return this.object(schema, path);
  }

  private object(schema: Schema, path: readonly string[]): Shape {
    if (schema.properties !== undefined) {
      const fields = Object.keys(schema.properties);
      const known = embedded.find((one) => one.fields.every((field) => fields.includes(field)));
      if (known !== undefined && path.length > 0) return { is: 'kubernetes', definition: known.definition };
      const members = this.members(schema, path);
      return this.name({ members, open: schema['x-kubernetes-preserve-unknown-fields'] === true }, path);
    }
    if (typeof schema.additionalProperties === 'object') return { is: 'map', of: this.of(schema.additionalProperties, path) };
    return schema.type === 'object' ? { is: 'map', of: anything } : anything;
  }

  private values(allowed: readonly (string | number | boolean | null)[], path: readonly string[]): Shape {
    const values = allowed.map((value) => (typeof value === 'string' ? quoted(value) : String(value)));
    return values.join(' | ').length <= 60 ? text(values.join(' | ')) : this.name({ values }, path);
  }

  private name(type: Omit<Named, 'paths'>, path: readonly string[]): Shape {
    const id = createHash('sha256').update(JSON.stringify(type)).digest('hex').slice(0, 16);
    const known = this.named.get(id);
    if (known === undefined) this.named.set(id, { ...type, paths: [[...path]] });
    else known.paths.push([...path]);
    return { is: 'named', id };
  }
}

/** A string as TypeScript source, in the quotes that the formatter prefers. */
export function quoted(value: string): string {
  const json = JSON.stringify(value);
  return value.includes("'") ? json : `'${json.slice(1, -1).replaceAll('\\"', '"')}'`;
}
