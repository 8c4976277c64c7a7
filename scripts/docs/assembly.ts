import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** A type as the jsii assembly of a package, `.jsii`, has it. */
export interface JsiiType {
  readonly kind: 'class' | 'enum' | 'interface';
  readonly name: string;
  readonly datatype?: boolean;
  readonly docs?: JsiiDocs;
  readonly interfaces?: readonly string[];
  readonly locationInModule: { readonly filename: string };
  readonly properties?: readonly JsiiProperty[];
}

export interface JsiiDocs {
  readonly summary?: string;
  readonly remarks?: string;
}

export interface JsiiProperty {
  readonly name: string;
  readonly optional?: boolean;
  readonly type: TypeReference;
  readonly docs?: JsiiDocs;
}

export interface TypeReference {
  readonly primitive?: string;
  readonly fqn?: string;
  readonly collection?: { readonly kind: 'array' | 'map'; readonly elementtype: TypeReference };
  readonly union?: { readonly types: readonly TypeReference[] };
}

export interface Types {
  readonly [fqn: string]: JsiiType;
}

const root = join(__dirname, '../..');

/** The types of this library. */
export const ownTypes = typesIn(root);

/** Those of its peers as well. */
export const allTypes: Types = Object.assign(
  {},
  ...['cdk8s', 'cdk8s-plus-27', 'constructs'].map((peer) => typesIn(join(root, 'node_modules', peer))),
  ownTypes,
);

/** Every group of options, by name. */
export const optionGroups = Object.values(ownTypes)
  .filter(({ kind, datatype }) => kind === 'interface' && datatype)
  .sort((a, b) => (a.name < b.name ? -1 : 1));

/** The options of a group, inherited ones included, by name. */
export function optionsOf(group: JsiiType): JsiiProperty[] {
  const inherited = (group.interfaces ?? []).flatMap((base) => optionsOf(allTypes[base] as JsiiType));
  const all = new Map([...inherited, ...(group.properties ?? [])].map((option) => [option.name, option]));
  return [...all.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function typesIn(folder: string): Types {
  const file = join(folder, '.jsii');
  const assembly = JSON.parse(readFileSync(file, 'utf8')) as { types: Types; schema: string; filename: string };
  if (assembly.schema !== 'jsii/file-redirect') return assembly.types;
  return (JSON.parse(gunzipSync(readFileSync(join(dirname(file), assembly.filename))).toString()) as { types: Types }).types;
}
