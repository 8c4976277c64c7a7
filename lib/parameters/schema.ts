import { ChoiceParameter, NumberParameter, type Parameter, ParameterType, TextParameter } from './parameter';
import { isNode, type PathTree } from './path-tree';

/** A JSON Schema, in the words that draft 7 and draft 2020-12 share. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

// Code points that no reader of YAML passes on unchanged. As ranges of two hex digits, because that is what Go and JavaScript both read.
const TEXT = '^[^\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\ufffe\uffff]*$';

/** The schema of one value. */
export function schemaOfValue(parameter: Parameter): JsonSchema {
  const { description } = parameter;
  return { ...(description === undefined ? {} : { description }), ...typeSchema(parameter), default: parameter.defaultValue };
}

/** The schema of all values: nothing else may be stated. `required` for a chart, whose values.yaml states every one. */
export function schemaOfValues(tree: PathTree, required: boolean): JsonSchema {
  const properties = Object.fromEntries(
    [...tree.children].map(([segment, entry]) => [segment, isNode(entry) ? schemaOfValues(entry, required) : schemaOfValue(entry)]),
  );
  return { type: 'object', properties, ...(required ? { required: [...tree.children.keys()] } : {}), additionalProperties: false };
}

function typeSchema(parameter: Parameter): JsonSchema {
  switch (parameter.type) {
    case ParameterType.INTEGER:
    case ParameterType.PERCENT:
      return { type: 'integer', ...bounds(parameter) };
    case ParameterType.NUMBER:
      return { type: 'number', ...bounds(parameter) };
    case ParameterType.BOOLEAN:
      return { type: 'boolean' };
    case ParameterType.CHOICE:
      return { type: 'string', enum: parameter instanceof ChoiceParameter ? parameter.choices : [] };
    case ParameterType.STRING_LIST:
      return { type: 'array', items: { type: 'string', pattern: TEXT } };
    case ParameterType.STRING_MAP:
      return { type: 'object', propertyNames: { minLength: 1, pattern: TEXT }, additionalProperties: { type: 'string', pattern: TEXT } };
    default:
      return text(parameter instanceof TextParameter ? parameter.pattern : undefined);
  }
}

function text(pattern: string | undefined): JsonSchema {
  return pattern === undefined ? { type: 'string', pattern: TEXT } : { type: 'string', pattern, allOf: [{ pattern: TEXT }] };
}

/** Beyond 2^53 programs that read numbers as floating point, Helm among them, change them. */
function bounds(parameter: Parameter): JsonSchema {
  const { min, max } = parameter instanceof NumberParameter ? parameter : { min: undefined, max: undefined };
  return { minimum: min ?? Number.MIN_SAFE_INTEGER, maximum: max ?? Number.MAX_SAFE_INTEGER };
}
