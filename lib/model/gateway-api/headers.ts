import { at, listAt, textAt, textsAt } from '../loose';

/** Header filters in the form of a VirtualService's `headers`; undefined when there are none. */
export function headersOf(filters: readonly unknown[]): unknown {
  const request = operations(filters, 'RequestHeaderModifier', 'requestHeaderModifier');
  const response = operations(filters, 'ResponseHeaderModifier', 'responseHeaderModifier');
  return request || response ? { request, response } : undefined;
}

function operations(filters: readonly unknown[], type: string, field: string): unknown {
  const filter = filters.filter((one) => textAt(one, 'type') === type).at(-1);
  if (!filter) return undefined;
  const modifier = at(filter, field);
  return { set: byName(modifier, 'set'), add: byName(modifier, 'add'), remove: textsAt(modifier, 'remove') };
}

/** The first entry of a name counts; names are compared without case. */
function byName(modifier: unknown, field: string): Record<string, string> {
  const entries = listAt(modifier, field).map((header): [string, string] => [
    (textAt(header, 'name') ?? '').toLowerCase(),
    textAt(header, 'value') ?? '',
  ]);
  return Object.fromEntries(entries.reverse());
}
