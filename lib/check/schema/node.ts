import { compileRe2 } from '../../model/re2';
import type { CelRule, JsonSchema } from './schema';

/** Makes nodes of the schemas of one file. A definition becomes a node when it is first needed, and only once. */
export class SchemaCompiler {
  private readonly made = new Map<string, SchemaNode>();

  private readonly withRules = new Map<JsonSchema, boolean>();

  constructor(private readonly definitions: { readonly [id: string]: JsonSchema } = {}) {}

  /** Whether a schema, or one below it, has rules in the Common Expression Language. */
  holdsRules(schema: JsonSchema): boolean {
    const known = this.withRules.get(schema);
    if (known !== undefined) return known;
    this.withRules.set(schema, false);
    const { $ref, properties = {}, items, additionalProperties } = schema;
    const below = [...($ref === undefined ? [] : [this.definitions[$ref]]), ...Object.values(properties), ...(items ? [items] : [])];
    if (typeof additionalProperties === 'object') below.push(additionalProperties);
    const found = rulesOf(schema).length > 0 || below.some((one) => this.holdsRules(one));
    this.withRules.set(schema, found);
    return found;
  }

  /** `go`: read by a Go program with fixed types. `inChoice`: parts of a choice only narrow what the schema around them allows. */
  node(schema: JsonSchema, go = false, inChoice = false): SchemaNode {
    const id = schema.$ref;
    if (id === undefined) return new SchemaNode(schema, this, go, inChoice);
    let node = this.made.get(id);
    if (node === undefined) {
      const definition = this.definitions[id];
      if (definition === undefined) throw new Error(`The schemas hold no definition ${id}`);
      node = new SchemaNode(definition, this, go, inChoice);
      this.made.set(id, node);
    }
    return node;
  }
}

/** A schema made ready for checking many values; what lies below it becomes ready when a value first reaches it. */
export class SchemaNode {
  /** Read by a Go program with fixed types: null means absent. */
  readonly go: boolean;
  /** Whether fields without a schema of their own are allowed. */
  readonly open: boolean;
  readonly required: readonly string[];
  readonly enum: ReadonlySet<unknown> | undefined;
  readonly matches: ((text: string) => boolean) | undefined;
  /** The fields that identify a list's items, which must differ; none of them when the items must differ as a whole. */
  readonly unique: readonly string[] | undefined;
  readonly choices: readonly ChoiceNode[];
  /** The rules about an object as it is; those about a change (`oldSelf`) say nothing about a manifest. */
  readonly rules: readonly CelRule[];
  private readonly fields = new Map<string, SchemaNode>();
  private rulesFound: boolean | undefined;
  private itemNode: SchemaNode | undefined;
  private additionalNode: SchemaNode | undefined;

  constructor(
    readonly schema: JsonSchema,
    private readonly compiler: SchemaCompiler,
    inherited: boolean,
    private readonly inChoice: boolean,
  ) {
    this.go = inherited || schema['x-go-type'] === true;
    this.open =
      inChoice ||
      schema['x-kubernetes-preserve-unknown-fields'] === true ||
      schema.additionalProperties === true ||
      isOpaque(schema, this.go);
    this.required = schema.required ?? none;
    this.enum = schema.enum && new Set(schema.enum);
    this.matches = schema.pattern === undefined ? undefined : matcher(schema.pattern);
    this.unique = uniqueBy(schema);
    this.rules = rulesOf(schema);
    this.choices =
      schema.oneOf || schema.anyOf || schema.allOf || schema.not
        ? choicesOf(schema, (one) => this.compiler.node(one, this.go, true))
        : none;
  }

  /** The schema of a field that has one of its own. */
  field(name: string): SchemaNode | undefined {
    const known = this.fields.get(name);
    if (known !== undefined) return known;
    const { properties } = this.schema;
    if (properties === undefined || !Object.hasOwn(properties, name)) return undefined;
    const node = this.compiler.node(properties[name], this.go, this.inChoice);
    this.fields.set(name, node);
    return node;
  }

  /** The schema of all other fields. */
  get additional(): SchemaNode | undefined {
    const { additionalProperties } = this.schema;
    if (typeof additionalProperties === 'object') this.additionalNode ??= this.compiler.node(additionalProperties, this.go, this.inChoice);
    return this.additionalNode;
  }

  get items(): SchemaNode | undefined {
    if (this.schema.items !== undefined) this.itemNode ??= this.compiler.node(this.schema.items, this.go, this.inChoice);
    return this.itemNode;
  }

  /** Whether this schema, or one below it, has rules. */
  get holdsRules(): boolean {
    this.rulesFound ??= this.compiler.holdsRules(this.schema);
    return this.rulesFound;
  }
}

const none: readonly never[] = [];

function rulesOf(schema: JsonSchema): readonly CelRule[] {
  const rules = schema['x-kubernetes-validations'];
  return rules === undefined ? none : rules.filter(({ rule }) => !/\boldSelf\b/.test(rule));
}

/** `oneOf`, `anyOf`, `allOf` or `not`. */
export interface ChoiceNode {
  readonly keyword: 'oneOf' | 'anyOf' | 'allOf' | 'not';
  readonly alternatives: readonly SchemaNode[];
}

function choicesOf(schema: JsonSchema, node: (schema: JsonSchema) => SchemaNode): ChoiceNode[] {
  const choices: ChoiceNode[] = [];
  for (const keyword of ['allOf', 'anyOf', 'oneOf'] as const) {
    const alternatives = schema[keyword];
    if (alternatives !== undefined) choices.push({ keyword, alternatives: alternatives.map(node) });
  }
  if (schema.not !== undefined) choices.push({ keyword: 'not', alternatives: [node(schema.not)] });
  return choices;
}

/** An object of a Go type that OpenAPI knows no fields of reads itself. */
function isOpaque(schema: JsonSchema, go: boolean): boolean {
  return go && schema.properties === undefined && schema.additionalProperties === undefined;
}

function uniqueBy(schema: JsonSchema): readonly string[] | undefined {
  if (schema['x-kubernetes-list-type'] === 'map') return schema['x-kubernetes-list-map-keys'] ?? none;
  return schema['x-kubernetes-list-type'] === 'set' || schema.uniqueItems === true ? none : undefined;
}

/** Kubernetes reads patterns as RE2; those that JavaScript reads alike run there, which is faster. */
function matcher(pattern: string): (text: string) => boolean {
  let compiled: ((text: string) => boolean) | undefined;
  return (text) => {
    compiled ??= compile(pattern);
    return compiled(text);
  };
}

function compile(pattern: string): (text: string) => boolean {
  try {
    const expression = new RegExp(pattern, 'u');
    return (text) => expression.test(text);
  } catch {
    return re2Test(pattern);
  }
}

/** A pattern that RE2 does not take either is no demand: the API server refuses the definition that holds it. */
function re2Test(pattern: string): (text: string) => boolean {
  try {
    const expression = compileRe2(pattern);
    return (text) => expression.matcher(text).find();
  } catch {
    return () => true;
  }
}
