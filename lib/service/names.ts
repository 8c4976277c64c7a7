import { evaluateTree, treeOf } from '../manifest/tree';

/**
 * Why a text, with its parameters at their defaults, is no DNS-1035 label with room for what controllers append, or undefined when it is one. Service names are DNS-1035 labels;
 * Flagger adds `-primary`, ReplicaSets add a hash. See https://kubernetes.io/docs/concepts/overview/working-with-objects/names/
 */
export function nameProblem(written: string): string | undefined {
  const name = String(evaluateTree(treeOf(written), { values: new Map() }));
  const room = 63 - '-primary'.length - '-0123456789'.length;
  if (name.length > room) return `has ${name.length} characters; at most ${room} leave room for what controllers append.`;
  if (/^[a-z]([-a-z0-9]*[a-z0-9])?$/.test(name)) return undefined;
  return "is no DNS-1035 label: lower-case letters, digits and '-', starting with a letter and ending with a letter or digit.";
}
