import { at, has, labelsAt, listAt, textAt } from '../../../model/loose';
import type { ReleaseModel } from '../../../model/model';
import { namespaceOf } from '../../../model/objects';
import { describe } from '../answer';
import { type Entry, holdsFor, type Limit, unmodelled } from './limit';

const ENTERED: Readonly<Record<Entry['kind'], string>> = { gateway: 'GATEWAY', sidecar: 'SIDECAR_OUTBOUND' };

/** EnvoyFilters and WasmPlugins change what a proxy does, in ways of their own. */
export function proxiesLimit({ objects }: ReleaseModel): Limit | undefined {
  const filters = objects.ofKind('networking.istio.io', 'EnvoyFilter').map((object) => {
    const spec = at(object.manifest, 'spec');
    const contexts = listAt(spec, 'configPatches').map((patch) => textAt(patch, 'match', 'context') ?? 'ANY');
    const selector = has(spec, 'workloadSelector') ? labelsAt(spec, 'workloadSelector', 'labels') : undefined;
    return { object, selector, namespace: namespaceOf(object), contexts: new Set(contexts), targeted: has(spec, 'targetRefs') };
  });
  const plugins = objects.ofKind('extensions.istio.io', 'WasmPlugin').map((object) => {
    const spec = at(object.manifest, 'spec');
    const selector = has(spec, 'selector') ? labelsAt(spec, 'selector', 'matchLabels') : undefined;
    return { object, selector, namespace: namespaceOf(object), contexts: new Set(['ANY']), targeted: has(spec, 'targetRefs') };
  });
  const all = [...filters, ...plugins];
  if (all.length === 0) return undefined;
  return ({ entry, workloads }) => {
    const works = (one: (typeof all)[number], context: string) => one.contexts.has('ANY') || one.contexts.has(context);
    const atEntry = all.filter((one) => works(one, ENTERED[entry.kind]) && holdsFor(one, entry.namespace, entry.labels));
    const atPods = all.filter(
      (one) =>
        !one.targeted && works(one, 'SIDECAR_INBOUND') && workloads.some(({ id, podLabels }) => holdsFor(one, id.namespace, podLabels)),
    );
    return unmodelled([...new Set([...atEntry, ...atPods])].map(({ object }) => `${describe(object)} changes what the proxies do`));
  };
}
