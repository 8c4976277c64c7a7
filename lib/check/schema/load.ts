import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SchemaCompiler, type SchemaNode } from './node';
import type { JsonSchema } from './schema';
import { isAtMost } from './versions';

/** Beside lib/ both in the sources and in the build. */
const folder = join(__dirname, '..', '..', '..', 'imports', 'schemas');

interface SchemaFile {
  readonly definitions: { readonly [id: string]: JsonSchema };
  readonly kinds: { readonly [key: string]: { readonly [since: string]: JsonSchema | null } };
}

interface LoadedFile {
  readonly compiler: SchemaCompiler;
  readonly kinds: SchemaFile['kinds'];
  readonly nodes: Map<JsonSchema, SchemaNode>;
}

const files = new Map<string, LoadedFile>();
let index: ReadonlyMap<string, string> | undefined;

/** Every kind that the library has a schema for, as `apiVersion/kind`, and the file that holds it. The data is read when it is first needed. */
export function schemaIndex(): ReadonlyMap<string, string> {
  index ??= new Map(Object.entries(read('index') as { [key: string]: string }));
  return index;
}

/** The schema of a kind as a version of Kubernetes serves it; undefined when it does not. */
export function loadNode(key: string, kubernetesVersion: string): SchemaNode | undefined {
  const name = schemaIndex().get(key);
  if (name === undefined) return undefined;
  const file = loadFile(name);
  const schema = schemaIn(file, key, kubernetesVersion);
  if (schema === undefined) return undefined;
  let node = file.nodes.get(schema);
  if (node === undefined) {
    node = file.compiler.node(schema);
    file.nodes.set(schema, node);
  }
  return node;
}

/** Whether a version of Kubernetes serves a kind. */
export function isServed(key: string, kubernetesVersion: string): boolean {
  const name = schemaIndex().get(key);
  return name !== undefined && schemaIn(loadFile(name), key, kubernetesVersion) !== undefined;
}

function schemaIn(file: LoadedFile, key: string, kubernetesVersion: string): JsonSchema | undefined {
  let found: JsonSchema | null | undefined;
  for (const [since, schema] of Object.entries(file.kinds[key])) if (since === '' || isAtMost(since, kubernetesVersion)) found = schema;
  return found ?? undefined;
}

function loadFile(name: string): LoadedFile {
  let file = files.get(name);
  if (file === undefined) {
    const { definitions, kinds } = read(name) as SchemaFile;
    file = { compiler: new SchemaCompiler(definitions), kinds, nodes: new Map() };
    files.set(name, file);
  }
  return file;
}

function read(name: string): unknown {
  return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
}

/** `[deprecated in, removed in, replacement]` of a version of a built-in kind. */
export type Lifecycle = readonly [deprecated: string, removed: string, replacement: string];

let lifecycle: ReadonlyMap<string, Lifecycle> | undefined;

export function lifecycles(): ReadonlyMap<string, Lifecycle> {
  lifecycle ??= new Map(Object.entries(read('lifecycle') as { [key: string]: Lifecycle }));
  return lifecycle;
}
