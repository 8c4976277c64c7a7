import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import { nearestName } from '../check/schema/nearest';
import { EXTENDS } from './collect';
import type { Environment, EnvironmentFile } from './environment';
import { type EnvironmentDocument, parseEnvironment } from './environment-document';
import type { Parameter } from './parameter';
import { isNode, type PathTree, pathTree } from './path-tree';
import { requirementOf } from './requirement';
import { schemaOfValues } from './schema';

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
  const validate = validatorOf(tree);
  const problems: string[] = [];
  const documents = new Map<string, EnvironmentDocument>();
  for (const file of files) {
    if (!NAME.test(file.name))
      problems.push(`${file.file}: '${file.name}' cannot name an environment: letters, digits, '-', '_' and '.', at most 63.`);
    if (documents.has(file.name)) problems.push(`${file.file}: environment '${file.name}' has a second file; keep one of them.`);
    const document = parseEnvironment(file);
    problems.push(...document.problems);
    if (document.problems.length === 0 && !validate(document.data)) problems.push(...valueProblems(document, validate.errors ?? [], tree));
    documents.set(file.name, document);
  }
  for (const document of documents.values()) problems.push(...extendsProblems(document, documents));
  if (problems.length > 0) return { environments: [], problems };
  return { environments: [...documents.values()].map(({ name }) => ({ name, values: valuesOf(name, documents, tree) })), problems };
}

function validatorOf(tree: PathTree): ValidateFunction {
  const schema = schemaOfValues(tree, false);
  const properties = { [EXTENDS]: { type: 'string' }, ...(schema.properties as object) };
  return new Ajv({ allErrors: true, strict: false, ownProperties: true }).compile({ ...schema, properties });
}

/** What ajv found, in our words: one problem a value. */
function valueProblems(document: EnvironmentDocument, errors: readonly ErrorObject[], tree: PathTree): string[] {
  const problems = new Map<string, string>();
  for (const { instancePath, keyword, params } of errors) {
    const path = instancePath
      .split('/')
      .slice(1)
      .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
    const unknown = keyword === 'additionalProperties' ? [...path, params.additionalProperty as string] : undefined;
    const parameterPath = parameterAt(path, tree);
    if (unknown && !parameterPath) problems.set(unknown.join('\n'), unknownProblem(document, unknown, tree));
    else problems.set((parameterPath ?? path).join('\n'), wrongProblem(document, parameterPath ?? path, tree));
  }
  return [...problems.values()];
}

/** The beginning of the path that is a parameter's name: errors inside lists and maps are errors of the parameter. */
function parameterAt(path: readonly string[], tree: PathTree): string[] | undefined {
  for (let length = 1; length <= path.length; length++) {
    const entry = entryAt(path.slice(0, length), tree);
    if (entry && !isNode(entry)) return path.slice(0, length);
  }
  return undefined;
}

function entryAt(path: readonly string[], tree: PathTree): PathTree | Parameter | undefined {
  let entry: PathTree | Parameter | undefined = tree;
  for (const step of path) entry = entry && isNode(entry) ? entry.children.get(step) : undefined;
  return entry;
}

function unknownProblem(document: EnvironmentDocument, path: readonly string[], tree: PathTree): string {
  const name = path.join('.');
  const siblings = entryAt(path.slice(0, -1), tree);
  const known = siblings && isNode(siblings) ? [...siblings.children.keys()].map((key) => [...path.slice(0, -1), key].join('.')) : [];
  const all = namesIn(tree);
  const nearest = nearestName(name, known) ?? nearestName(name, all);
  const hint = nearest ? `did you mean '${nearest}'?` : `known are ${listed(known.length > 0 ? known : all)}.`;
  return document.at(path, `there is no parameter '${name}'; ${hint}`, 'key');
}

function wrongProblem(document: EnvironmentDocument, path: readonly string[], tree: PathTree): string {
  const value = path.reduce<unknown>((data, step) => (data as { [key: string]: unknown } | undefined)?.[step], document.data);
  const name = path.join('.');
  if (name === EXTENDS) return document.at(path, `'${EXTENDS}' is ${shown(value)}; it must be the name of an environment.`);
  const entry = entryAt(path, tree);
  if (!entry || isNode(entry)) {
    return document.at(path, `'${name}' is ${shown(value)}, but holds parameters: ${listed(entry ? namesIn(entry, path) : [])}.`);
  }
  const unquoted = (typeof value === 'number' || typeof value === 'boolean') && typeof entry.defaultValue === 'string';
  return document.at(path, `'${name}' is ${shown(value)}; it must be ${requirementOf(entry)}${unquoted ? ': put it in quotes' : ''}.`);
}

function extendsProblems(document: EnvironmentDocument, documents: ReadonlyMap<string, EnvironmentDocument>): string[] {
  const chain = [document.name];
  for (let current: EnvironmentDocument | undefined = document; current; ) {
    const parent: unknown = current.data[EXTENDS];
    if (typeof parent !== 'string') return [];
    const next = documents.get(parent);
    if (!next) {
      if (current !== document) return [];
      const nearest = nearestName(parent, documents.keys());
      const hint = nearest ? `did you mean '${nearest}'?` : `there are ${listed([...documents.keys()])}.`;
      return [document.at([EXTENDS], `there is no environment '${parent}'; ${hint}`)];
    }
    if (parent === document.name)
      return [document.at([EXTENDS], `environments extend each other in a circle: ${[...chain, parent].join(' -> ')}.`)];
    if (chain.includes(parent)) return [];
    chain.push(parent);
    current = next;
  }
  return [];
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

function namesIn(tree: PathTree, path: readonly string[] = []): string[] {
  return [...tree.children].flatMap(([segment, entry]) => (isNode(entry) ? namesIn(entry, [...path, segment]) : [entry.name]));
}

const LISTED = 12;

function listed(names: readonly string[]): string {
  if (names.length === 0) return 'none';
  return names.length <= LISTED ? names.join(', ') : `${names.slice(0, LISTED).join(', ')} and ${names.length - LISTED} more`;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length <= 60 ? text : `${text.slice(0, 57)}...`;
}
