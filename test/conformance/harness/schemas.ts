import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Crd } from './crds';

// Turns Kubernetes' OpenAPI and the CRDs' schemas into strict JSON Schemas, one file a kind, in the way kubeconform looks for them.

interface Schema {
  [key: string]: unknown;
  type?: string | string[];
  properties?: Record<string, Schema>;
  additionalProperties?: unknown;
  enum?: unknown[];
}

/** An unknown field is an error, null stands for absent (as for the API server), and what OpenAPI 3 says otherwise is put into JSON Schema's words. */
function strict(schema: Schema, top = true): Schema {
  const out: Schema = {};
  for (const [key, value] of Object.entries(schema)) {
    if (key.startsWith('x-kubernetes-') || key === 'description' || key === 'default' || key === 'nullable' || key === 'format') continue;
    if (key === 'properties')
      out.properties = Object.fromEntries(Object.entries(value as Record<string, Schema>).map(([name, one]) => [name, strict(one, false)]));
    else if (Array.isArray(value)) out[key] = value.map((one) => (typeof one === 'object' && one ? strict(one as Schema) : one));
    else out[key] = typeof value === 'object' && value ? strict(value as Schema, key === 'not') : value;
  }
  if (schema['x-kubernetes-int-or-string'] || schema.format === 'int-or-string') {
    delete out.type;
    delete out.anyOf;
    out.type = ['string', 'integer'];
  }
  const open = schema['x-kubernetes-preserve-unknown-fields'] || out.additionalProperties !== undefined;
  if (out.properties && out.type === 'object' && !open) out.additionalProperties = false;
  if (!top && typeof out.$ref === 'string') return { anyOf: [{ $ref: out.$ref }, { type: 'null' }] };
  if (!top && typeof out.type === 'string') out.type = [out.type, 'null'];
  if (Array.isArray(out.type) && out.type.includes('null') && out.enum) out.enum = [...out.enum, null];
  return out;
}

/** The definitions that a schema refers to, and theirs. */
function closure(schema: Schema, all: Readonly<Record<string, Schema>>, found: Record<string, Schema> = {}): Record<string, Schema> {
  for (const match of JSON.stringify(schema).matchAll(/"#\/definitions\/([^"]+)"/g)) {
    const name = match[1] as string;
    if (found[name]) continue;
    found[name] = strict(all[name] as Schema);
    closure(all[name] as Schema, all, found);
  }
  return found;
}

/** `deployment-apps-v1.json`, `service-v1-v1.json`: kind, group (the version for the core), version, as kubeconform asks for them. */
export const schemaFile = (kind: string, group: string, version: string) =>
  `${[kind, group || version, version].join('-').toLowerCase()}.json`;

const withIdentity = (schema: Schema): Schema => {
  const properties = { apiVersion: { type: 'string' }, kind: { type: 'string' }, metadata: { type: 'object' }, ...schema.properties };
  return { ...schema, properties, required: ['apiVersion', 'kind', 'metadata'] };
};

/** Writes one schema for every kind of Kubernetes and of the CRDs. */
export function writeSchemas(swagger: string, crds: readonly Crd[], folder: string): void {
  mkdirSync(folder, { recursive: true });
  const write = (kind: string, group: string, version: string, schema: Schema) => {
    writeFileSync(join(folder, schemaFile(kind, group, version)), JSON.stringify(schema));
  };
  const { definitions } = JSON.parse(readFileSync(swagger, 'utf8')) as { definitions: Record<string, Schema> };
  for (const definition of Object.values(definitions)) {
    const kinds = (definition['x-kubernetes-group-version-kind'] ?? []) as { group: string; version: string; kind: string }[];
    if (kinds.length !== 1 || !definition.properties?.apiVersion) continue;
    const [{ group, version, kind }] = kinds as [{ group: string; version: string; kind: string }];
    write(kind, group, version, { ...withIdentity(strict(definition)), definitions: closure(definition, definitions) });
  }
  for (const { spec } of crds) {
    for (const { name, schema } of spec.versions) {
      if (schema) write(spec.names.kind, spec.group, name, withIdentity(strict(schema.openAPIV3Schema as Schema)));
    }
  }
}
