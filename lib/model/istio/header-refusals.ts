import { at, entriesAt, textAt, textsAt } from '../loose';
import { firstOf } from './refusal';

const CONTROL = /[\u0000-\u0008\u000a-\u001f\u007f]/;
/** Literal text, `%%`, and variables such as `%REQ(x)%`. */
const VALUE = /^(?:[^%]|%%|%[^%(]+(?:\([^)]*\))?\s*%)*$/;
const AUTHORITY = new Set([':authority', 'host']);

/** Why Istio's webhook does not take the `headers` of a rule or of a destination. */
export function headersFault(holder: unknown): string | undefined {
  const headers = at(holder, 'headers');
  const changed = (side: string) => ['add', 'set'].flatMap((field) => entriesAt(headers, side, field));
  const [request, response] = [changed('request'), changed('response')];
  return (
    firstOf(request, ([name]) => (AUTHORITY.has(name.toLowerCase()) ? undefined : nameFault(name))) ??
    firstOf(
      [...textsAt(headers, 'request', 'remove'), ...response.map(([name]) => name), ...textsAt(headers, 'response', 'remove')],
      nameFault,
    ) ??
    firstOf([...request, ...response], ([name, value]) => valueFault(name, value))
  );
}

/** Host can be set in one place of a rule only. */
export function authorityFault(rule: unknown): string | undefined {
  const headers = at(rule, 'headers', 'request');
  const set = ['set', 'add'].flatMap((field) => entriesAt(headers, field)).filter(([name]) => AUTHORITY.has(name.toLowerCase()));
  const places = set.length + (textAt(rule, 'rewrite', 'authority') ? 1 : 0);
  return places > 1 ? 'the host is set more than once' : undefined;
}

function nameFault(name: string): string | undefined {
  if (name === '') return 'a header has no name';
  return name.startsWith(':') || name.toLowerCase() === 'host' ? `the header ${name} cannot be changed here` : undefined;
}

function valueFault(name: string, value: unknown): string | undefined {
  const taken = typeof value !== 'string' || (!CONTROL.test(value) && VALUE.test(value));
  return taken ? undefined : `the value of the header ${name} is none that Envoy takes: a percent sign is written %%`;
}
