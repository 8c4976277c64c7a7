import type { SchemaOptions, SchemaProblem } from './schema';

/** Says what the API server refuses about an object. */
export type SchemaValidator = (object: unknown) => SchemaProblem[];

/** The validator of a kind in one version of its API; undefined when nobody has given a schema for it. */
export function schemaFor(_apiVersion: string, _kind: string, _options: SchemaOptions = {}): SchemaValidator | undefined {
  return undefined;
}

/** Everything that the schema of an object's kind says against it; nothing when the kind is unknown. */
export function validateSchema(object: unknown, options: SchemaOptions = {}): SchemaProblem[] {
  const { apiVersion, kind } = object as { apiVersion?: unknown; kind?: unknown };
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') return [];
  return schemaFor(apiVersion, kind, options)?.(object) ?? [];
}
