import { readFileSync } from 'node:fs';
import { shortened } from './builtin-schemas';
import { kebab } from './custom';
import { builtinKinds, embedded } from './kinds';
import { construct, declaration, file } from './print';
import { fetchRelease } from './releases';
import type { Schema } from './schema';
import { type Member, type Shape, Shapes } from './shapes';

/** Definitions that OpenAPI states more loosely or more tightly than the API server reads them. */
const scalars: { readonly [definition: string]: string } = {
  'resource.Quantity': 'number | string',
  'intstr.IntOrString': 'number | string',
  'meta.v1.Time': 'string',
  'meta.v1.MicroTime': 'string',
  'meta.v1.FieldsV1': '{ readonly [key: string]: unknown }',
  'runtime.RawExtension': '{ readonly [key: string]: unknown }',
};

/** The types of the built-in kinds: one file per kind, and one of shared types per API group and version under kubernetes/types. */
export function builtinFiles(): [string, string][] {
  const document = JSON.parse(readFileSync(fetchRelease('kubernetes'), 'utf8')) as { definitions: { [name: string]: Schema } };
  const definitions = new Map(Object.entries(document.definitions).map(([name, schema]) => [shortened(name), schema]));
  const types = new Types(definitions);
  const kinds = builtinKinds.map((definition): [string, string] => {
    const kind = definition.slice(definition.lastIndexOf('.') + 1);
    return [`kubernetes/${kebab(kind)}.ts`, types.kindFile(definition, kind)];
  });
  for (const one of embedded) types.add(one.definition);
  return [...kinds, ...types.files()];
}

class Types {
  private readonly groups = new Map<string, Map<string, readonly Member[]>>();

  constructor(private readonly definitions: ReadonlyMap<string, Schema>) {}

  kindFile(definition: string, kind: string): string {
    const schema = this.schema(definition);
    const [{ group, version }] = schema['x-kubernetes-group-version-kind'] ?? [{ group: '', version: 'v1', kind }];
    const members = this.members(schema, ['apiVersion', 'kind', 'metadata', 'status']);
    const uses = new Uses('');
    const text = construct({ name: kind, kind, apiVersions: [group === '' ? version : `${group}/${version}`], members }, uses);
    const imports = ["import { ApiObject, type ApiObjectMetadata } from 'cdk8s';", "import type { Construct } from 'constructs';"];
    return file('kubernetes', [...imports, ...uses.imports('./types/')], [text]);
  }

  /** Adds a definition and everything that it refers to. */
  add(definition: string): void {
    const at = definition.lastIndexOf('.');
    const [group, name] = [definition.slice(0, at), definition.slice(at + 1)];
    const types = this.groups.get(group) ?? new Map<string, readonly Member[]>();
    this.groups.set(group, types);
    if (types.has(name)) return;
    types.set(name, []);
    types.set(name, this.members(this.schema(definition), ['status']));
  }

  files(): [string, string][] {
    return [...this.groups].map(([group, types]) => {
      const uses = new Uses(group);
      const parts = [...types].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, members]) => declaration(name, { members }, uses));
      return [`kubernetes/types/${group.replace('.', '-')}.ts`, file('kubernetes', uses.imports('./'), parts)];
    });
  }

  private schema(definition: string): Schema {
    const schema = this.definitions.get(definition);
    if (schema === undefined) throw new Error(`Kubernetes' OpenAPI document has no definition ${definition}`);
    return schema;
  }

  private members(schema: Schema, without: readonly string[]): Member[] {
    return new Shapes((reference) => this.reference(reference)).members(schema, [], without);
  }

  private reference(reference: string): Shape {
    const definition = shortened(reference);
    const scalar = scalars[definition];
    if (scalar !== undefined) return { is: 'text', text: scalar };
    this.add(definition);
    return { is: 'kubernetes', definition };
  }
}

/** Remembers which types of other groups a file needs. */
class Uses {
  private readonly needed = new Map<string, Set<string>>();

  constructor(private readonly own: string) {}

  named(id: string): string {
    throw new Error(`Kubernetes' OpenAPI document has an object without a name: ${id}`);
  }

  kubernetes(definition: string): string {
    const at = definition.lastIndexOf('.');
    const [group, name] = [definition.slice(0, at), definition.slice(at + 1)];
    if (group !== this.own) this.needed.set(group, (this.needed.get(group) ?? new Set()).add(name));
    return name;
  }

  imports(folder: string): string[] {
    return [...this.needed]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([group, names]) => `import type { ${[...names].sort().join(', ')} } from '${folder}${group.replace('.', '-')}';`);
  }
}
