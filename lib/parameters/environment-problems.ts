import { nearestName } from '../check/schema/nearest';
import { quoteString } from '../output/emit';
import { EXTENDS } from './collect';
import type { EnvironmentDocument, PlacedProblem } from './environment-document';
import type { Parameter } from './parameter';
import { isNode, type PathTree } from './path-tree';
import { requirementOf } from './requirement';

/** Whether a value is one that its parameter takes. */
export type IsValid = (parameter: Parameter, value: unknown) => boolean;

/** What is wrong in a file: names that no parameter has, values that their parameters do not take. */
export function valueProblems(document: EnvironmentDocument, tree: PathTree, isValid: IsValid): string[] {
  const problems: PlacedProblem[] = [];
  const walk = (data: object, node: PathTree, path: readonly string[]) => {
    for (const [key, value] of Object.entries(data)) {
      const at = [...path, key];
      if (path.length === 0 && key === EXTENDS) {
        if (typeof value !== 'string') problems.push(wrongProblem(document, at, tree));
        continue;
      }
      const entry = node.children.get(key);
      if (entry === undefined) problems.push(unknownProblem(document, at, tree));
      else if (!isNode(entry)) {
        if (!isValid(entry, value) || (typeof value === 'string' && textProblem(value))) problems.push(wrongProblem(document, at, tree));
      } else if (typeof value === 'object' && value !== null && !Array.isArray(value)) walk(value, entry, at);
      else problems.push(wrongProblem(document, at, tree));
    }
  };
  walk(document.data, tree, []);
  return problems.sort((one, other) => one.offset - other.offset).map(({ text }) => text);
}

function entryAt(path: readonly string[], tree: PathTree): PathTree | Parameter | undefined {
  let entry: PathTree | Parameter | undefined = tree;
  for (const step of path) entry = entry && isNode(entry) ? entry.children.get(step) : undefined;
  return entry;
}

function unknownProblem(document: EnvironmentDocument, path: readonly string[], tree: PathTree): PlacedProblem {
  const name = path.join('.');
  const siblings = entryAt(path.slice(0, -1), tree);
  const known = siblings && isNode(siblings) ? [...siblings.children.keys()].map((key) => [...path.slice(0, -1), key].join('.')) : [];
  const all = namesIn(tree);
  if (all.includes(name)) {
    const nested = path.flatMap((key) => key.split('.')).reduceRight((inner, key) => `{ ${key}: ${inner} }`, '...');
    return document.at(path, `'${name}' is written with a level for each dot: ${nested.slice(2, -2)}.`, 'key');
  }
  const nearest = nearestName(name, known) ?? nearestName(name, all);
  const hint = nearest ? `did you mean '${nearest}'?` : `known are ${listed(known.length > 0 ? known : all)}.`;
  return document.at(path, `there is no parameter '${name}'; ${hint}`, 'key');
}

function wrongProblem(document: EnvironmentDocument, path: readonly string[], tree: PathTree): PlacedProblem {
  const value = path.reduce<unknown>((data, step) => (data as { [key: string]: unknown } | undefined)?.[step], document.data);
  const name = path.join('.');
  if (name === EXTENDS) return document.at(path, `'${EXTENDS}' is ${shown(value)}; it must be the name of an environment.`);
  const entry = entryAt(path, tree);
  if (!entry || isNode(entry)) {
    return document.at(path, `'${name}' is ${shown(value)}, but holds parameters: ${listed(entry ? namesIn(entry, path) : [])}.`);
  }
  const odd = typeof value === 'string' ? textProblem(value) : undefined;
  if (odd) return document.at(path, `'${name}': ${odd}.`);
  const unquoted = (typeof value === 'number' || typeof value === 'boolean') && typeof entry.defaultValue === 'string';
  return document.at(path, `'${name}' is ${shown(value)}; it must be ${requirementOf(entry)}${unquoted ? ': put it in quotes' : ''}.`);
}

/** Why a text cannot be written. */
function textProblem(text: string): string | undefined {
  try {
    quoteString(text);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/** Why the chain of environments that this one extends does not end; said once, at the environment where it breaks. */
export function extendsProblem(document: EnvironmentDocument, documents: ReadonlyMap<string, EnvironmentDocument>): string[] {
  const chain = [document.name];
  for (let current: EnvironmentDocument | undefined = document; current; ) {
    const parent: unknown = current.data[EXTENDS];
    if (typeof parent !== 'string') return [];
    const next = documents.get(parent);
    if (!next) {
      if (current !== document) return [];
      const nearest = nearestName(parent, documents.keys());
      const hint = nearest ? `did you mean '${nearest}'?` : `there are ${listed([...documents.keys()])}.`;
      return [document.at([EXTENDS], `there is no environment '${parent}'; ${hint}`).text];
    }
    if (parent === document.name)
      return [document.at([EXTENDS], `environments extend each other in a circle: ${[...chain, parent].join(' -> ')}.`).text];
    if (chain.includes(parent)) return [];
    chain.push(parent);
    current = next;
  }
  return [];
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
  const text = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? 'nothing');
  return text.length <= 60 ? text : `${text.slice(0, 57)}...`;
}
