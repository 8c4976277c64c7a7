import type { Data } from '../../manifest/manifest';

/** How many values the aliases of one document may stand for. */
const MAX_EXPANDED = 100_000;

export interface AliasFault {
  readonly message: string;
  readonly fix: string;
}

class Refused extends Error {
  constructor(readonly fault: AliasFault) {
    super(fault.message);
  }
}

/**
 * Gives every alias a copy of its own, in place, so that no two places of a document share an object.
 * A document that refers to itself, or whose aliases multiply beyond reason, is refused.
 */
export function expandAliases(values: Data[]): AliasFault | undefined {
  const seen = new Set<object>();
  const open = new Set<object>();
  let expanded = 0;

  function own(value: Data): Data {
    if (value === null || typeof value !== 'object') return value;
    if (open.has(value)) {
      throw new Refused({
        message: 'An alias refers to the value that contains it.',
        fix: 'Write the value out: the cluster cannot store a circle.',
      });
    }
    const shared = seen.has(value);
    if (shared) expanded += 1 + Object.keys(value).length;
    if (expanded > MAX_EXPANDED) {
      const message = `The aliases of the document stand for more than ${MAX_EXPANDED} values.`;
      throw new Refused({ message, fix: 'Write the values out; such a document is an attack or a mistake.' });
    }
    seen.add(value);
    open.add(value);
    const result = shared ? copy(value) : value;
    for (const [key, item] of Object.entries(result)) put(result, key, own(item));
    open.delete(value);
    return result;
  }

  try {
    for (const [index, value] of values.entries()) values[index] = own(value);
    return undefined;
  } catch (error) {
    if (error instanceof Refused) return error.fault;
    throw error;
  }
}

function copy(value: Data[] | { [key: string]: Data }): Data[] | { [key: string]: Data } {
  return Array.isArray(value) ? [...value] : Object.fromEntries(Object.entries(value));
}

function put(target: object, key: string, value: Data): void {
  Object.defineProperty(target, key, { value, configurable: true, enumerable: true, writable: true });
}
