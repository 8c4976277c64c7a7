import type { Parameter } from './parameter';

/** Parameters by the segments of their names: what values.yaml, its schema and an environment's file look like. */
export interface PathTree {
  /** In the order in which they were found. */
  readonly children: ReadonlyMap<string, PathTree | Parameter>;
}

interface Growing {
  readonly children: Map<string, Growing | Parameter>;
}

/** The tree of parameters whose names differ and of which none is the beginning of another's path. */
export function pathTree(parameters: readonly Parameter[]): PathTree {
  const root: Growing = { children: new Map() };
  for (const parameter of parameters) {
    const segments = parameter.name.split('.');
    const last = segments.pop() as string;
    let node = root;
    for (const segment of segments) {
      let next = node.children.get(segment);
      if (!next || !isNode(next)) {
        next = { children: new Map() };
        node.children.set(segment, next);
      }
      node = next;
    }
    node.children.set(last, parameter);
  }
  return root;
}

export function isNode<Node extends PathTree>(entry: Node | Parameter): entry is Node {
  return 'children' in entry;
}
