import type { SchemaNode } from '../../../lib/check/schema/node';

type Json = { [keyword: string]: unknown };

const shared = [
  ...['pattern', 'minLength', 'maxLength', 'minimum', 'maximum', 'minItems', 'maxItems', 'minProperties', 'maxProperties', 'multipleOf'],
  ...['format', 'uniqueItems'],
] as const;

const orNull = (schema: Json): Json => ({ anyOf: [{ type: 'null' }, schema] });

/** A node's schema as plain JSON Schema: what Kubernetes reads between the lines is written out. */
export function asJsonSchema(root: SchemaNode): Json {
  const names = new Map<SchemaNode, string>();
  const definitions: Json = {};
  const refer = (node: SchemaNode, inChoice: boolean): Json => {
    if (inChoice) return body(node, true);
    let name = names.get(node);
    if (name === undefined) {
      name = `d${names.size}`;
      names.set(node, name);
      definitions[name] = body(node, false);
    }
    return { $ref: `#/$defs/${name}` };
  };
  const body = (node: SchemaNode, inChoice: boolean): Json => {
    const { schema, go } = node;
    const result: Json = {};
    for (const keyword of shared) if (schema[keyword] !== undefined) result[keyword] = schema[keyword];
    if (schema.type !== undefined) result.type = schema.type;
    else if (schema['x-kubernetes-int-or-string']) result.type = ['integer', 'string'];
    else if (schema.format === 'quantity')
      Object.assign(result, { type: ['number', 'string'], pattern: '^[+-]?(\\d+\\.?\\d*|\\.\\d+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?\\d+)?$' });
    if (schema.enum !== undefined) result.enum = go ? [...schema.enum, ''] : schema.enum;
    if (schema.required !== undefined) result.required = schema.required;
    const fields = Object.keys(schema.properties ?? {}).map(
      (name) => [name, orNull(refer(node.field(name) as SchemaNode, inChoice))] as const,
    );
    if (fields.length > 0) result.properties = Object.fromEntries(fields);
    // A field that is null counts as absent.
    const filled = (schema.required ?? []).filter((name) => go || node.field(name)?.schema.nullable !== true);
    if (filled.length > 0) result.allOf = filled.map((name) => ({ properties: { [name]: { not: { type: 'null' } } } }));
    if (node.additional !== undefined) result.additionalProperties = orNull(refer(node.additional, inChoice));
    else if (!inChoice && !node.open && schema.type === 'object') result.additionalProperties = false;
    if (node.items !== undefined)
      result.items = go || node.items.schema.nullable === true ? orNull(refer(node.items, inChoice)) : refer(node.items, inChoice);
    for (const { keyword, alternatives } of node.choices) {
      result[keyword] = keyword === 'not' ? body(alternatives[0], true) : alternatives.map((one) => body(one, true));
    }
    return result;
  };
  return { ...refer(root, false), $defs: definitions };
}
