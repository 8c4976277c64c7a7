import { isDeepStrictEqual } from 'node:util';
import type { KubeObject } from './kube';

// Deliberate faults in what is emitted: each check gives some of them to its program, and has to find them.

interface Routes extends KubeObject {
  spec: { http?: unknown[] };
}

/** The set without the first rule of each VirtualService that has more than one. */
export function withoutFirstRules<T extends { readonly kind?: unknown }>(objects: readonly T[]): T[] {
  return structuredClone(objects).map((object) => {
    const { http = [] } = (object as unknown as Routes).spec ?? {};
    if (object.kind === 'VirtualService' && http.length > 1) http.shift();
    return object;
  });
}

/** The objects with another text in place of one; an error where it is not there. */
export function replaced<T>(objects: T, from: string | RegExp, to: string): T {
  const text = JSON.stringify(objects);
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`the deliberate fault cannot be made: there is no ${from}`);
  return JSON.parse(changed) as T;
}

/** What was seen, as a problem, where it is not what was promised. */
export const unlike = (promised: unknown, seen: unknown): string[] =>
  isDeepStrictEqual(promised, seen) ? [] : [`promised ${JSON.stringify(promised)}, seen ${JSON.stringify(seen)}`];
