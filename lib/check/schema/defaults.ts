import type { SchemaNode } from './node';

type Fields = { readonly [name: string]: unknown };

/** The value as the API server fills it up before its rules are evaluated; the given one is left as it is. */
export function withDefaults(node: SchemaNode, value: unknown): unknown {
  if (Array.isArray(value)) {
    const { items } = node;
    return items === undefined ? value : value.map((one) => withDefaults(items, one));
  }
  return typeof value === 'object' && value !== null ? filled(node, value as Fields) : value;
}

function filled(node: SchemaNode, value: Fields): Fields {
  const result: { [name: string]: unknown } = Object.create(null);
  for (const name of Object.keys(value)) {
    const below = node.field(name) ?? node.additional;
    if (value[name] === undefined || (value[name] === null && below?.schema.nullable !== true)) continue;
    result[name] = below === undefined ? value[name] : withDefaults(below, value[name]);
  }
  for (const name of Object.keys(node.schema.properties ?? {})) {
    const below = node.field(name);
    if (below?.schema.default !== undefined && result[name] === undefined) result[name] = withDefaults(below, below.schema.default);
  }
  return result;
}
