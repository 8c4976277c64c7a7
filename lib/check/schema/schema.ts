import type { FieldPath } from '../finding';
import type { CrdSchemas } from './crds';

/** The part of JSON Schema that Kubernetes knows, as the data in imports/schemas holds it. */
export interface JsonSchema {
  /** A definition of the same file. */
  readonly $ref?: string;
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean';
  readonly format?: string;
  readonly nullable?: boolean;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: boolean;
  readonly exclusiveMaximum?: boolean;
  readonly multipleOf?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly properties?: { readonly [name: string]: JsonSchema };
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema;
  readonly allOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly not?: JsonSchema;
  readonly 'x-kubernetes-int-or-string'?: boolean;
  readonly 'x-kubernetes-preserve-unknown-fields'?: boolean;
  readonly 'x-kubernetes-list-type'?: 'atomic' | 'set' | 'map';
  readonly 'x-kubernetes-list-map-keys'?: readonly string[];
  readonly 'x-kubernetes-validations'?: readonly CelRule[];
  /** Read by a Go program with fixed types: null means absent everywhere, unknown fields are refused. */
  readonly 'x-go-type'?: boolean;
}

/** A rule of a custom resource in the Common Expression Language. */
export interface CelRule {
  readonly rule: string;
  readonly message?: string;
  readonly messageExpression?: string;
  readonly reason?: string;
  readonly fieldPath?: string;
  readonly optionalOldSelf?: boolean;
}

/** What kind of demand a value does not meet. */
export type SchemaKeyword =
  | 'apiVersion'
  | 'kind'
  | 'unknown'
  | 'required'
  | 'type'
  | 'enum'
  | 'format'
  | 'pattern'
  | 'length'
  | 'range'
  | 'items'
  | 'duplicate'
  | 'choice'
  | 'rule';

/** One thing about an object that the API server refuses. */
export interface SchemaProblem {
  readonly path: FieldPath;
  readonly keyword: SchemaKeyword;
  /** What is there and what is allowed, in a sentence. A value is cut when long, and never shown where it may be a secret. */
  readonly message: string;
  /** The allowed values, field names or versions, where there is a list of them. */
  readonly allowed?: readonly string[];
  /** The allowed one that was probably meant. */
  readonly nearest?: string;
}

export interface SchemaOptions {
  /** `1.29` to `1.36`, or a full version such as `v1.31.4`; the newest without it, or for one that the library does not carry. Custom resources do not depend on it. */
  readonly kubernetesVersion?: string;
  /** Definitions of further custom resources; they come before the ones that the library carries. */
  readonly crds?: CrdSchemas;
}
