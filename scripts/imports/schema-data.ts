import { createHash } from 'node:crypto';
import type { JsonSchema } from '../../lib/check/schema/schema';

/** A file of imports/schemas: definitions that its schemas share, and the schema of each kind by version of Kubernetes ("" where it does not depend on it). */
export interface SchemaFile {
  readonly definitions: { readonly [id: string]: JsonSchema };
  readonly kinds: { readonly [apiVersionAndKind: string]: { readonly [since: string]: JsonSchema | null } };
}

/** Takes what occurs more than once out of the schemas, so that the file says everything once. */
export class Shared {
  private readonly seen = new Map<string, { readonly schema: JsonSchema; count: number }>();

  constructor(private readonly schemas: ReadonlyMap<string, JsonSchema>) {
    for (const schema of schemas.values()) this.count(schema);
  }

  file(): SchemaFile {
    const definitions: { [id: string]: JsonSchema } = {};
    const kinds = Object.fromEntries([...this.schemas].sort(byKey).map(([key, schema]) => [key, { '': this.split(schema, definitions) }]));
    return { definitions: Object.fromEntries(Object.entries(definitions).sort(byKey)), kinds };
  }

  /** Counts an object's schema; what is below it only the first time, so that only the outermost repeated ones are taken out. */
  private count(schema: JsonSchema): void {
    if (worthSharing(schema)) {
      const id = idOf(schema);
      const known = this.seen.get(id);
      if (known !== undefined) {
        known.count += 1;
        return;
      }
      this.seen.set(id, { schema, count: 1 });
    }
    for (const below of children(schema)) this.count(below);
  }

  private split(schema: JsonSchema, definitions: { [id: string]: JsonSchema }): JsonSchema {
    const id = worthSharing(schema) ? idOf(schema) : '';
    if ((this.seen.get(id)?.count ?? 0) < 2) return mapped(schema, (one) => this.split(one, definitions));
    if (definitions[id] === undefined) {
      definitions[id] = {};
      definitions[id] = mapped(schema, (one) => this.split(one, definitions));
    }
    return { $ref: id };
  }
}

export const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : a > b ? 1 : 0);

const idOf = (schema: JsonSchema): string => createHash('sha256').update(JSON.stringify(schema)).digest('base64url').slice(0, 8);

const worthSharing = (schema: JsonSchema): boolean => schema.properties !== undefined || JSON.stringify(schema).length > 120;

function children(schema: JsonSchema): JsonSchema[] {
  const below: JsonSchema[] = [];
  mapped(schema, (one) => {
    below.push(one);
    return one;
  });
  return below;
}

/** The schema with each schema directly below it replaced. */
export function mapped(schema: JsonSchema, change: (below: JsonSchema) => JsonSchema): JsonSchema {
  const result: { -readonly [keyword in keyof JsonSchema]: JsonSchema[keyword] } = { ...schema };
  if (schema.properties !== undefined) {
    result.properties = Object.fromEntries(
      Object.entries(schema.properties)
        .sort(byKey)
        .map(([name, one]) => [name, change(one)]),
    );
  }
  if (typeof schema.additionalProperties === 'object') result.additionalProperties = change(schema.additionalProperties);
  if (schema.items !== undefined) result.items = change(schema.items);
  if (schema.not !== undefined) result.not = change(schema.not);
  if (schema.allOf !== undefined) result.allOf = schema.allOf.map(change);
  if (schema.anyOf !== undefined) result.anyOf = schema.anyOf.map(change);
  if (schema.oneOf !== undefined) result.oneOf = schema.oneOf.map(change);
  return result;
}

/** The text of a file: one definition and one kind a line. */
export function fileText(file: SchemaFile): string {
  const lines = (entries: { readonly [key: string]: unknown }): string =>
    Object.entries(entries)
      .map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`)
      .join(',\n');
  return `{"definitions":{\n${lines(file.definitions)}\n},"kinds":{\n${lines(file.kinds)}\n}}\n`;
}
