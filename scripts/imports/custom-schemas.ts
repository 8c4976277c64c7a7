import { keyOf, rootSchema } from '../../lib/check/schema/crds';
import type { JsonSchema } from '../../lib/check/schema/schema';
import { readCrds } from './crds';
import { type SchemaFile, Shared } from './schema-data';

/** The schemas of a release's custom resources, all versions that it serves. */
export function customSchemas(release: string, objectMeta: JsonSchema): SchemaFile {
  const schemas = new Map<string, JsonSchema>();
  for (const { spec } of readCrds(release)) {
    for (const version of spec.versions)
      schemas.set(keyOf(`${spec.group}/${version.name}`, spec.names.kind), rootSchema(version.schema.openAPIV3Schema, objectMeta));
  }
  return new Shared(schemas).file();
}

/** ObjectMeta with everything that it refers to in place, for files that hold no definitions of Kubernetes. */
export function objectMeta({ definitions }: SchemaFile): JsonSchema {
  const inline = (schema: JsonSchema): JsonSchema => {
    const text = JSON.stringify(schema);
    const replaced = text.replace(/\{"\$ref":"([^"]+)"\}/g, (_, id: string) => JSON.stringify(definitions[id]));
    return replaced === text ? schema : inline(JSON.parse(replaced) as JsonSchema);
  };
  const newest = Object.keys(definitions)
    .filter((id) => id.split('@')[0] === 'meta.v1.ObjectMeta')
    .sort()
    .at(-1);
  return inline(definitions[newest ?? '']);
}
