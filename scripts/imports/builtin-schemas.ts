import { structural } from '../../lib/check/schema/crds';
import type { JsonSchema } from '../../lib/check/schema/schema';
import { goEnums } from './go-enums';
import { kubernetesDefinitions } from './package';
import { readReleases } from './releases';
import { byKey, mapped, type SchemaFile } from './schema-data';

/** `io.k8s.api.core.v1.PodSpec` is `core.v1.PodSpec`. */
export const shortened = (name: string): string => {
  const words = name.replace(/^.*\//, '').split('.');
  return words.slice(/^v\d/.test(words[words.length - 2]) ? -3 : -2).join('.');
};

/** Types that read themselves in another way than their definition says. */
const scalars: { readonly [definition: string]: JsonSchema } = {
  'resource.Quantity': { format: 'quantity' },
  'intstr.IntOrString': { 'x-kubernetes-int-or-string': true },
};

interface Source {
  readonly 'x-kubernetes-group-version-kind'?: readonly { readonly group: string; readonly version: string; readonly kind: string }[];
  readonly properties?: { readonly [name: string]: object };
}

/** The built-in kinds of all versions of Kubernetes: a definition that changed in a version is there again, with that version in its name. */
export function builtinSchemas(): SchemaFile {
  const all = new History(goEnums());
  for (const version of readReleases().kubernetesSchemas.versions) all.add(version, kubernetesDefinitions(version));
  return all.file();
}

class History {
  private readonly definitions = new Map<string, JsonSchema>();
  /** The newest form of each definition: its text and its name in the file. */
  private readonly newest = new Map<string, { readonly text: string; readonly id: string }>();
  private readonly kinds = new Map<string, { [since: string]: JsonSchema | null }>();

  constructor(private readonly enums: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>) {}

  add(version: string, sources: { readonly [name: string]: object }): void {
    const byName = new Map(Object.entries(sources).map(([name, schema]) => [shortened(name), schema as Source]));
    const done = new Map<string, string>();
    const served = new Set<string>();
    for (const [name, source] of [...byName].sort(byKey)) {
      const [one, ...others] = source['x-kubernetes-group-version-kind'] ?? [];
      const fields = source.properties ?? {};
      if (
        one === undefined ||
        others.length > 0 ||
        !('metadata' in fields) ||
        name.startsWith('meta.') ||
        ('items' in fields && one.kind.endsWith('List'))
      )
        continue;
      const key = `${one.group === '' ? '' : `${one.group}/`}${one.version}/${one.kind}`;
      served.add(key);
      this.serve(key, version, { $ref: this.define(name, version, byName, done) });
    }
    for (const key of this.kinds.keys()) if (!served.has(key)) this.serve(key, version, null);
  }

  file(): SchemaFile {
    return { definitions: Object.fromEntries([...this.definitions].sort(byKey)), kinds: Object.fromEntries([...this.kinds].sort(byKey)) };
  }

  private serve(key: string, version: string, schema: JsonSchema | null): void {
    const versions = this.kinds.get(key) ?? {};
    const last = Object.values(versions).at(-1);
    if (last === undefined || JSON.stringify(last) !== JSON.stringify(schema)) versions[version] = schema;
    this.kinds.set(key, versions);
  }

  /** The name under which the file holds this version's form of a definition. */
  private define(name: string, version: string, sources: ReadonlyMap<string, Source>, done: Map<string, string>): string {
    const known = done.get(name);
    if (known !== undefined) return known;
    done.set(name, '#');
    const schema = this.schema(name, version, sources, done);
    const text = JSON.stringify(schema);
    const before = this.newest.get(name);
    const id = before === undefined ? name : before.text === text ? before.id : `${name}@${version}`;
    if (before?.id !== id) {
      this.newest.set(name, { text, id });
      // A definition that contains itself (the schema within a CustomResourceDefinition) was given a mark on the way down.
      this.definitions.set(id, JSON.parse(text.replaceAll('{"$ref":"#"}', JSON.stringify({ $ref: id }))));
    }
    done.set(name, id);
    return id;
  }

  private schema(name: string, version: string, sources: ReadonlyMap<string, Source>, done: Map<string, string>): JsonSchema {
    const source = sources.get(name);
    if (source === undefined) throw new Error(`Kubernetes ${version} has no definition ${name}`);
    const root = source['x-kubernetes-group-version-kind'] !== undefined;
    const enums = this.enums.get(name);
    const refer = (
      given: Source & { readonly $ref?: string; readonly items?: object; readonly additionalProperties?: object; readonly type?: unknown },
    ): JsonSchema => {
      if (given.$ref !== undefined) {
        const target = shortened(given.$ref);
        return scalars[target] ?? { $ref: this.define(target, version, sources, done) };
      }
      const type = Array.isArray(given.type) ? given.type.find((one) => one !== 'null') : given.type;
      const below = {
        ...(given.items && { items: refer(given.items) }),
        ...(isSchema(given.additionalProperties) && { additionalProperties: refer(given.additionalProperties) }),
      };
      const bare = structural({ ...given, type, items: undefined, additionalProperties: undefined, properties: undefined });
      const { 'x-kubernetes-list-type': _, 'x-kubernetes-list-map-keys': __, ...rest } = bare;
      return { ...rest, ...below };
    };
    const { properties, ...own } = source;
    const schema = refer(own);
    if (properties === undefined) return { ...schema, 'x-go-type': true };
    const fields = Object.entries(properties).map(([field, below]): [string, JsonSchema] => {
      if (root && field === 'status') return [field, {}];
      if (root && (field === 'apiVersion' || field === 'kind')) return [field, { type: 'string' }];
      const allowed = enums?.get(field);
      return [field, allowed === undefined ? refer(below) : limited(refer(below), allowed)];
    });
    return { ...schema, 'x-go-type': true, properties: Object.fromEntries(fields.sort(byKey)) };
  }
}

const isSchema = (value: unknown): value is object => typeof value === 'object' && value !== null;

function limited(schema: JsonSchema, allowed: readonly string[]): JsonSchema {
  return schema.type === 'array' ? mapped(schema, (one) => ({ ...one, enum: allowed })) : { ...schema, enum: allowed };
}
