import { keyOf } from './crds';
import { check } from './evaluate';
import { loadNode } from './load';
import { SchemaCompiler, type SchemaNode } from './node';
import { checkRules } from './rules';
import type { JsonSchema, SchemaOptions, SchemaProblem } from './schema';
import { servedProblems } from './served';
import { Sink } from './sink';
import { kubernetesVersionOf, newestKubernetesVersion } from './versions';
import { shown } from './words';

/** Says everything that the API server refuses about an object, as far as its schema tells. */
export type SchemaValidator = (object: unknown) => SchemaProblem[];

/** The validator of a kind in one version of its API; undefined when neither the library nor the given definitions have a schema for it. */
export function schemaFor(apiVersion: string, kind: string, options: SchemaOptions = {}): SchemaValidator | undefined {
  const node = schemaNode(apiVersion, kind, options);
  return node && ((object) => problemsOf(node, kind, object));
}

/**
 * Everything that can be said against an object by its schema: unknown fields, wrong types and values, missing fields, and a version of its
 * API that is not served. When there are none of these, the rules of a custom resource (in the Common Expression Language) that it breaks. A kind that nobody has given a schema for has no problems; `schemaFor` tells whether that is so.
 */
export function validateSchema(object: unknown, options: SchemaOptions = {}): SchemaProblem[] {
  if (typeof object !== 'object' || object === null || Array.isArray(object)) {
    return [{ path: [], keyword: 'type', message: `${shown(object, false)} stands where a Kubernetes object belongs` }];
  }
  const { apiVersion, kind } = object as { readonly apiVersion?: unknown; readonly kind?: unknown };
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') {
    return [...nameProblem('apiVersion', apiVersion), ...nameProblem('kind', kind)];
  }
  const node = schemaNode(apiVersion, kind, options);
  return node ? problemsOf(node, kind, object) : servedProblems(apiVersion, kind, versionOf(options));
}

/** The schema of a kind, ready for checking. */
export function schemaNode(apiVersion: string, kind: string, options: SchemaOptions = {}): SchemaNode | undefined {
  const key = keyOf(apiVersion, kind);
  const given = options.crds?.get(key);
  return given ? givenNode(given) : loadNode(key, versionOf(options));
}

function versionOf({ kubernetesVersion }: SchemaOptions): string {
  return (kubernetesVersion && kubernetesVersionOf(kubernetesVersion)) ?? newestKubernetesVersion;
}

const givenNodes = new WeakMap<JsonSchema, SchemaNode>();

function givenNode(schema: JsonSchema): SchemaNode {
  let node = givenNodes.get(schema);
  if (node === undefined) {
    node = new SchemaCompiler().node(schema);
    givenNodes.set(schema, node);
  }
  return node;
}

function problemsOf(node: SchemaNode, kind: string, object: unknown): SchemaProblem[] {
  const sink = new Sink(kind);
  check(node, object, sink);
  if (sink.problems.length === 0) checkRules(node, object, sink);
  return sink.problems;
}

function nameProblem(name: string, value: unknown): SchemaProblem[] {
  if (typeof value === 'string') return [];
  if (value === undefined || value === null) return [{ path: [name], keyword: 'required', message: `the field "${name}" is missing` }];
  return [{ path: [name], keyword: 'type', message: `${shown(value, false)} stands where a text belongs` }];
}
