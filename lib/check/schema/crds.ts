import type { Manifest } from '../../manifest/manifest';
import type { CelRule, JsonSchema } from './schema';

/** Schemas of custom resources by `apiVersion` and kind, as `keyOf` joins them. */
export type CrdSchemas = ReadonlyMap<string, JsonSchema>;

/** The key of a kind in one version of its API. */
export const keyOf = (apiVersion: string, kind: string): string => `${apiVersion}/${kind}`;

interface CrdSpec {
  readonly group?: unknown;
  readonly names?: { readonly kind?: unknown };
  readonly versions?: readonly {
    readonly name?: unknown;
    readonly served?: unknown;
    readonly schema?: { readonly openAPIV3Schema?: unknown };
  }[];
}

/** The schemas of the CustomResourceDefinitions among the manifests: every version that is served and has one. */
export function crdSchemas(manifests: readonly Manifest[]): CrdSchemas {
  const schemas = new Map<string, JsonSchema>();
  for (const manifest of manifests) {
    if (manifest.kind !== 'CustomResourceDefinition') continue;
    const { group, names, versions } = (manifest.spec ?? {}) as CrdSpec;
    if (typeof names?.kind !== 'string' || !Array.isArray(versions)) continue;
    for (const { name, served, schema } of versions as NonNullable<CrdSpec['versions']>) {
      if (served === true && isObject(schema?.openAPIV3Schema))
        schemas.set(keyOf(`${group}/${name}`, names.kind), rootSchema(schema.openAPIV3Schema));
    }
  }
  return schemas;
}

/** Metadata as the API server reads it of any object; a fuller definition takes its place in the data that the library carries. */
const metadata: JsonSchema = {
  type: 'object',
  'x-go-type': true,
  'x-kubernetes-preserve-unknown-fields': true,
  properties: {
    ...Object.fromEntries(['name', 'generateName', 'namespace'].map((name) => [name, { type: 'string' }])),
    ...Object.fromEntries(['labels', 'annotations'].map((name) => [name, { type: 'object', additionalProperties: { type: 'string' } }])),
  },
};

/** The schema of a whole custom resource: what every object has, and the definition's own part without what nobody writes by hand (its status). */
export function rootSchema(definition: object, objectMeta: JsonSchema = metadata): JsonSchema {
  const schema = structural(definition);
  const own = { ...schema.properties, apiVersion: { type: 'string' }, kind: { type: 'string' }, metadata: objectMeta, status: {} } as const;
  return { ...schema, type: 'object', properties: own };
}

const kept = new Set([
  ...['type', 'format', 'nullable', 'default', 'enum', 'pattern', 'minLength', 'maxLength', 'minimum', 'maximum', 'exclusiveMinimum'],
  ...['exclusiveMaximum', 'multipleOf', 'minItems', 'maxItems', 'uniqueItems', 'minProperties', 'maxProperties', 'required'],
  ...['x-kubernetes-int-or-string', 'x-kubernetes-preserve-unknown-fields', 'x-kubernetes-list-map-keys'],
]);

/** A schema without prose, and with what the API server adds by itself not demanded of the author. */
export function structural(given: object): JsonSchema {
  const schema = given as { readonly [keyword: string]: unknown };
  const result: { [keyword: string]: unknown } = {};
  for (const keyword of Object.keys(schema).sort()) if (kept.has(keyword)) result[keyword] = schema[keyword];
  for (const keyword of ['items', 'additionalProperties', 'not']) {
    const below = schema[keyword];
    if (isObject(below)) result[keyword] = structural(below);
    else if (typeof below === 'boolean') result[keyword] = below;
  }
  for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
    const below = schema[keyword];
    if (Array.isArray(below) && !(keyword === 'anyOf' && schema['x-kubernetes-int-or-string'] === true))
      result[keyword] = below.map((one) => structural(one as object));
  }
  if (isObject(schema.properties)) result.properties = properties(schema);
  const required = demanded(schema);
  if (required.length > 0) result.required = required;
  else delete result.required;
  const listType = schema['x-kubernetes-list-type'];
  if (listType === 'set' || listType === 'map') result['x-kubernetes-list-type'] = listType;
  const rules = schema['x-kubernetes-validations'];
  if (Array.isArray(rules)) result['x-kubernetes-validations'] = rules as CelRule[];
  return result as JsonSchema;
}

function properties(schema: { readonly [keyword: string]: unknown }): { [name: string]: JsonSchema } {
  const result: { [name: string]: JsonSchema } = {};
  if (schema['x-kubernetes-embedded-resource'] === true)
    Object.assign(result, { apiVersion: { type: 'string' }, kind: { type: 'string' }, metadata });
  for (const [name, below] of Object.entries(schema.properties as object)) if (isObject(below)) result[name] = structural(below);
  return result;
}

/** The required fields that have no default: a default is filled in before anything is demanded. */
function demanded(schema: { readonly [keyword: string]: unknown }): string[] {
  const fields = (isObject(schema.properties) ? schema.properties : {}) as { [name: string]: unknown };
  const required = Array.isArray(schema.required) ? (schema.required as string[]) : [];
  return required.filter((name) => {
    const field = fields[name];
    return !(isObject(field) && 'default' in field);
  });
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
