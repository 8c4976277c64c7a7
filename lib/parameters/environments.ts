import Ajv, { type ValidateFunction } from 'ajv';
import { EXTENDS } from './collect';
import type { Environment, EnvironmentFile } from './environment';
import { type EnvironmentDocument, parseEnvironment } from './environment-document';
import { extendsProblem, type IsValid, valueProblems } from './environment-problems';
import type { Parameter } from './parameter';
import { isNode, type PathTree, pathTree } from './path-tree';
import { schemaOfValue } from './schema';

/** The environments that files state, and what is wrong in them: each problem begins with `file:line:column`. */
export interface ReadEnvironments {
  readonly environments: readonly Environment[];
  readonly problems: readonly string[];
}

/** Environment names become folders and files. */
const NAME = /^[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$/;

/**
 * Environments from the texts of their files. A file holds values of parameters, nested by the dots of their names, and may begin with
 * `extends: <environment>`: then it states only what differs from that one. Lists and maps are replaced as a whole.
 */
export function readEnvironments(files: readonly EnvironmentFile[], parameters: readonly Parameter[]): ReadEnvironments {
  const tree = pathTree(parameters);
  const isValid = validity();
  const problems: string[] = [];
  const documents = new Map<string, EnvironmentDocument>();
  for (const file of files) {
    if (!NAME.test(file.name))
      problems.push(`${file.file}: '${file.name}' cannot name an environment: letters, digits, '-', '_' and '.', at most 63.`);
    if (documents.has(file.name)) problems.push(`${file.file}: environment '${file.name}' has a second file; keep one of them.`);
    const document = parseEnvironment(file);
    problems.push(...document.problems);
    if (document.problems.length === 0) problems.push(...valueProblems(document, tree, isValid));
    documents.set(file.name, document);
  }
  for (const document of documents.values()) problems.push(...extendsProblem(document, documents));
  if (problems.length > 0) return { environments: [], problems };
  return { environments: [...documents.values()].map(({ name }) => ({ name, values: valuesOf(name, documents, tree) })), problems };
}

/** One validator for all parameters of one schema: a large app has few schemas, however many parameters. */
function validity(): IsValid {
  const ajv = new Ajv({ strict: false, ownProperties: true });
  const validators = new Map<string, ValidateFunction>();
  return (parameter, value) => {
    const { description: _, default: __, ...schema } = schemaOfValue(parameter);
    const key = JSON.stringify(schema);
    let validate = validators.get(key);
    if (!validate) {
      validate = ajv.compile(schema);
      validators.set(key, validate);
    }
    return validate(value) === true;
  };
}

function valuesOf(name: string, documents: ReadonlyMap<string, EnvironmentDocument>, tree: PathTree): Map<string, unknown> {
  const data = documents.get(name)?.data ?? {};
  const parent = data[EXTENDS];
  const values = typeof parent === 'string' ? valuesOf(parent, documents, tree) : new Map<string, unknown>();
  collectValues(data, tree, '', values);
  return values;
}

function collectValues(data: { readonly [key: string]: unknown }, tree: PathTree, prefix: string, values: Map<string, unknown>): void {
  for (const [segment, entry] of tree.children) {
    if (!Object.hasOwn(data, segment)) continue;
    if (isNode(entry)) collectValues(data[segment] as { [key: string]: unknown }, entry, `${prefix}${segment}.`, values);
    else values.set(entry.name, data[segment]);
  }
}
