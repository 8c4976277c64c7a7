import type { FieldPath } from '../../check/finding';
import { serviceHost } from '../istio/hosts';
import type { Registry } from '../istio/registry';
import type { Destination } from '../istio/virtual-service';
import { at, listAt, numberAt, textAt } from '../loose';
import type { ObjectIndex } from '../model';
import { namespaceOf } from '../objects';
import type { SourcedManifest } from '../sourced';
import { headersOf } from './headers';

const GROUP = 'gateway.networking.k8s.io';

/** Finds what `backendRefs` refer to, and whether they may. */
export class Backends {
  constructor(
    private readonly objects: ObjectIndex,
    private readonly registry: Registry,
  ) {}

  /** `checked`: routes of a gateway need a ReferenceGrant for another namespace, those of the mesh do not. */
  destination(reference: unknown, route: SourcedManifest, checked: boolean, path: FieldPath): Destination {
    const namespace = namespaceOf(route);
    const kind = textAt(reference, 'kind') ?? 'Service';
    const group = textAt(reference, 'group') ?? '';
    const name = textAt(reference, 'name') ?? '';
    const target = textAt(reference, 'namespace') ?? namespace;
    const shared = {
      port: numberAt(reference, 'port'),
      weight: numberAt(reference, 'weight') ?? 1,
      headers: headersOf(listAt(reference, 'filters')),
      path,
    };
    if (checked && target !== namespace && !this.granted(group, kind, name, target, route)) {
      return { ...shared, host: '', invalid: `no ReferenceGrant in ${target} lets ${route.manifest.kind}s of ${namespace} use it` };
    }
    const host = hostOf(group, kind, name, target);
    if (host === undefined) return { ...shared, host: '', invalid: `backends of the kind ${kind} are not supported` };
    const known = this.registry.named(host).length > 0;
    return known ? { ...shared, host } : { ...shared, host, invalid: `${host} does not exist` };
  }

  private granted(group: string, kind: string, name: string, target: string, route: SourcedManifest): boolean {
    const [routeKind, from] = [route.manifest.kind, namespaceOf(route)];
    return this.objects.ofKind(GROUP, 'ReferenceGrant').some((grant) => {
      if (namespaceOf(grant) !== target) return false;
      const spec = at(grant.manifest, 'spec');
      const lets = listAt(spec, 'from').some(
        (one) => textAt(one, 'group') === GROUP && textAt(one, 'kind') === routeKind && textAt(one, 'namespace') === from,
      );
      return (
        lets &&
        listAt(spec, 'to').some(
          (one) =>
            (textAt(one, 'group') ?? '') === group && textAt(one, 'kind') === kind && [undefined, '', name].includes(textAt(one, 'name')),
        )
      );
    });
  }
}

function hostOf(group: string, kind: string, name: string, namespace: string): string | undefined {
  if ((group === '' || group === 'core') && kind === 'Service') return serviceHost(name, namespace);
  return group === 'networking.istio.io' && kind === 'Hostname' ? name : undefined;
}
