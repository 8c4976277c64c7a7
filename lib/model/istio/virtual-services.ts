import { identityOf } from '../../manifest/manifest';
import { at, has, listAt, textsAt } from '../loose';
import type { ObjectIndex } from '../model';
import { byCreation, namespaceOf } from '../objects';
import type { SourcedManifest } from '../sourced';
import { mergeDelegates } from './delegates';
import { resolveHost } from './hosts';
import type { Dropped } from './model';
import { gatewayName } from './read-match';
import { ruleOf } from './read-rule';
import { refusalOf } from './refusals';
import { MESH, type VirtualService } from './virtual-service';
import { exportToOf } from './visibility';

/** All VirtualServices with hosts, oldest first, delegates merged in. What Istio's webhook refuses is left out. */
export function virtualServicesOf(objects: ObjectIndex, drop: (dropped: Dropped) => void): VirtualService[] {
  const accepted: VirtualService[] = [];
  for (const object of [...objects.ofKind('networking.istio.io', 'VirtualService')].sort(byCreation)) {
    const refusal = objects.get(identityOf(object.manifest)) === object ? refusalOf(object) : undefined;
    if (refusal) drop({ object, ...refusal, effect: 'refused' });
    else if (objects.get(identityOf(object.manifest)) === object) accepted.push(virtualServiceOf(object));
  }
  const delegates = new Map(accepted.filter((one) => one.hosts.length === 0).map((one) => [`${one.namespace}/${one.name}`, one]));
  return accepted.filter((one) => one.hosts.length > 0).map((root) => ({ ...root, rules: mergeDelegates(root, delegates, drop) }));
}

function virtualServiceOf(object: SourcedManifest): VirtualService {
  const spec = at(object.manifest, 'spec');
  const namespace = namespaceOf(object);
  const gateways = textsAt(spec, 'gateways').map((name) => gatewayName(name, namespace));
  return {
    object,
    namespace,
    name: object.manifest.metadata.name,
    hosts: textsAt(spec, 'hosts').map((host) => resolveHost(host, namespace)),
    gateways: gateways.length > 0 ? gateways : [MESH],
    exportTo: exportToOf(spec, namespace, 'exportTo'),
    rules: listAt(spec, 'http').map((rule, index) => ruleOf(rule, object, namespace, ['spec', 'http', index])),
    semantics: 'istio',
    otherProtocols: has(spec, 'tls', 0) || has(spec, 'tcp', 0),
  };
}
