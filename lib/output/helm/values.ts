import { isDeepStrictEqual } from 'node:util';
import type { Environment } from '../../parameters/environment';
import { type Parameter, ParameterType } from '../../parameters/parameter';
import { isNode, type PathTree, pathTree } from '../../parameters/path-tree';
import { requirementOf } from '../../parameters/requirement';
import { schemaOfValues } from '../../parameters/schema';
import { emitString, emitYaml } from '../emit';

/** Every value at its default, with what it is for and what it may be. */
export function valuesYaml(app: string, parameters: readonly Parameter[]): string {
  const header = `# The values of ${app}. An environment states what differs: helm upgrade --install ... -f values-<environment>.yaml\n`;
  if (parameters.length === 0) return `# ${app} has no values: nothing in it varies.\n{}\n`;
  return `${header}\n${lines(pathTree(parameters), '', (parameter) => [...commentOf(parameter), ...valueLines(parameter, parameter.defaultValue)])}`;
}

/** What an environment states otherwise than the defaults. */
export function environmentValuesYaml(environment: Environment, parameters: readonly Parameter[]): string {
  const stated = parameters.flatMap((parameter) => {
    const value = environment.values.get(parameter.name);
    return value === undefined || isDeepStrictEqual(value, parameter.defaultValue) ? [] : [{ parameter, value }];
  });
  if (stated.length === 0) return `# Environment ${environment.name}: every value is the default in values.yaml.\n{}\n`;
  const values = new Map(stated.map(({ parameter, value }) => [parameter, withRemovals(parameter, value)]));
  const tree = pathTree(stated.map(({ parameter }) => parameter));
  const header = `# What environment ${environment.name} states otherwise than values.yaml.\n`;
  return `${header}\n${lines(tree, '', (parameter) => valueLines(parameter, values.get(parameter)))}`;
}

/** What Helm itself refuses values by. */
export function valuesSchemaJson(app: string, parameters: readonly Parameter[]): string {
  const { properties, ...schema } = schemaOfValues(pathTree(parameters), true);
  // Helm gives every chart that is part of another one the values in `global`.
  const withGlobal = { global: { type: 'object' }, ...(properties as object) };
  const head = { $schema: 'https://json-schema.org/draft/2020-12/schema', title: `Values of ${app}` };
  return `${JSON.stringify({ ...head, ...schema, properties: withGlobal }, null, 2)}\n`;
}

function lines(tree: PathTree, pad: string, linesOf: (parameter: Parameter) => string[]): string {
  const groups = [...tree.children].map(([segment, entry]) =>
    isNode(entry)
      ? `${pad}${emitString(segment)}:\n${lines(entry, `${pad}  `, linesOf)}`
      : linesOf(entry)
          .map((line) => `${line && pad}${line}\n`)
          .join(''),
  );
  return groups.join(pad === '' ? '\n' : '');
}

function commentOf(parameter: Parameter): string[] {
  const requirement = requirementOf(parameter);
  const said = parameter.description?.trim().split(/\s*[\r\n\u0085\u2028\u2029]\s*/) ?? [];
  return [...said, `${requirement.charAt(0).toUpperCase()}${requirement.slice(1)}.`].map((line) => `# ${line}`);
}

function valueLines(parameter: Parameter, value: unknown): string[] {
  const segment = parameter.name.slice(parameter.name.lastIndexOf('.') + 1);
  return emitYaml({ [segment]: value })
    .slice(0, -1)
    .split('\n');
}

/** Helm merges maps: what an environment's map leaves out of the default's has to be taken away. */
function withRemovals(parameter: Parameter, value: unknown): unknown {
  if (parameter.type !== ParameterType.STRING_MAP) return value;
  const removed = Object.keys(parameter.defaultValue as object).filter((key) => !Object.hasOwn(value as object, key));
  return { ...(value as object), ...Object.fromEntries(removed.map((key) => [key, null])) };
}
