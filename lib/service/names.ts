import { evaluateTree, treeOf } from '../manifest/tree';

/**
 * Why a text, with its parameters at their defaults, is no DNS-1035 label with room for what controllers append, or undefined when it is
 * one. Service names are DNS-1035 labels; Flagger adds `-primary`, ReplicaSets add a hash. See
 * https://kubernetes.io/docs/concepts/overview/working-with-objects/names/
 */
export function nameProblem(written: string): string | undefined {
  const name = String(evaluateTree(treeOf(written), { values: new Map() }));
  const room = 63 - '-primary'.length - '-0123456789'.length;
  if (name.length > room) return `has ${name.length} characters; at most ${room} leave room for what controllers append.`;
  if (/^[a-z]([-a-z0-9]*[a-z0-9])?$/.test(name)) return undefined;
  return "is no DNS-1035 label: lower-case letters, digits and '-', starting with a letter and ending with a letter or digit.";
}

/**
 * Why a text is no name of an object, or undefined when it is one: a DNS subdomain. What holds a parameter is judged when its value is
 * known.
 */
export function objectNameProblem(name: string): string | undefined {
  if (name.includes('${Expression[')) return undefined;
  if (name.length <= 253 && /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/.test(name)) return undefined;
  return "is no name of an object: at most 253 lower-case letters, digits, '-' and '.', with a letter or digit at both ends.";
}

/** Why a text is no name of a namespace, or undefined when it is one: a DNS label. */
export function namespaceProblem(namespace: string): string | undefined {
  if (namespace.includes('${Expression[') || /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(namespace)) return undefined;
  return "is no name of a namespace: at most 63 lower-case letters, digits and '-', with a letter or digit at both ends.";
}
