import { type Field, isObject } from '../field';
import { GRPC_ROUTE, HTTP_ROUTE } from '../kinds';
import type { Resource } from '../resource';
import type { Subject } from '../subject';

/** Every regular expression of the files that a proxy will compile with RE2. */
export function regexesOf(subject: Subject): { readonly resource: Resource; readonly field: Field }[] {
  const istio = [
    ...subject.virtualServices.flatMap(({ resource }) => under(resource, resource.spec)),
    ...subject.canaries.flatMap(({ resource, service, analysis }) => [
      ...under(resource, service.at('match')),
      ...under(resource, service.at('corsPolicy')),
      ...under(resource, analysis.at('match')),
    ]),
    ...subject.rollouts.flatMap(({ resource, steps }) =>
      steps.flatMap((step) => [...under(resource, step.at('setHeaderRoute')), ...under(resource, step.at('setMirrorRoute'))]),
    ),
  ];
  const gatewayApi = [...subject.ofKind(HTTP_ROUTE), ...subject.ofKind(GRPC_ROUTE)].flatMap((resource) =>
    typed(resource.spec.at('rules')).map((field) => ({ resource, field })),
  );
  return [...istio, ...gatewayApi];
}

function under(resource: Resource, field: Field): { resource: Resource; field: Field }[] {
  if (typeof field.value !== 'object' || field.value === null) return [];
  const children = Array.isArray(field.value) ? field.items.map((item) => ['', item] as const) : field.entries;
  return children.flatMap(([name, child]) => {
    if (name === 'regex' && child.text !== undefined) return [{ resource, field: child }];
    if (name === 'uriRegexRewrite' && child.at('match').text !== undefined) return [{ resource, field: child.at('match') }];
    return under(resource, child);
  });
}

/** `{ type: RegularExpression, value }` of the Gateway API. */
function typed(field: Field): Field[] {
  if (Array.isArray(field.value)) return field.items.flatMap(typed);
  if (!isObject(field.value)) return [];
  const own =
    field.value.type === 'RegularExpression'
      ? ['value', 'service', 'method'].map((name) => field.at(name)).filter(({ text }) => text !== undefined)
      : [];
  return [...own, ...field.entries.flatMap(([, child]) => typed(child))];
}
