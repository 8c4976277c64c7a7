import { REFERENCE_GRANT } from '../kinds';
import type { Resource } from '../resource';
import type { Subject } from '../subject';

/** Whether a ReferenceGrant of the namespace admits references of the object to one of its own by kind and name. */
export function granted(from: Resource, kind: string, namespace: string, name: string, subject: Subject): boolean {
  return subject.inNamespace(REFERENCE_GRANT, namespace).some(({ spec }) => {
    const admitted = spec
      .at('from')
      .items.some((entry) => entry.at('kind').text === from.id.kind && entry.at('namespace').text === from.id.namespace);
    const open = spec.at('to').items.some((entry) => entry.at('kind').text === kind && (entry.at('name').text ?? name) === name);
    return admitted && open;
  });
}
