import type { JsonSchema } from './schema';

/** Schemas of custom resources by `apiVersion` and kind. */
export type CrdSchemas = ReadonlyMap<string, JsonSchema>;
