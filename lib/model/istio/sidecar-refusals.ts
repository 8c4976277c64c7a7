import { at, has, listAt, numberAt, textAt, textsAt } from '../loose';
import type { SourcedManifest } from '../sourced';
import { firstOf, type Refusal, refusalAt } from './refusal';
import { scopedHostFault } from './scoped-hosts';
import { isProtocol, portFault } from './value-refusals';

/** Why Istio's webhook does not take a Sidecar: its pods reach what they reach without it. */
export function sidecarRefusalOf(object: SourcedManifest): Refusal | undefined {
  const spec = at(object.manifest, 'spec');
  const stated = ['outboundTrafficPolicy', 'inboundConnectionPool'].some((field) => has(spec, field));
  const [egress, ingress] = [listAt(spec, 'egress'), listAt(spec, 'ingress')];
  if (egress.length + ingress.length === 0 && !stated) return { path: ['spec'], reason: 'it says nothing' };
  const unported = egress.findIndex((listener, index) => !has(listener, 'port') && index < egress.length - 1);
  if (unported >= 0) return { path: ['spec', 'egress', unported], reason: 'an egress listener without a port is the last one' };
  return (
    firstOf(ingress, (listener, index) =>
      refusalAt(['spec', 'ingress', index], has(listener, 'port') ? listenerFault(listener) : 'it has no port'),
    ) ??
    firstOf(egress, (listener, index) => refusalAt(['spec', 'egress', index], egressFault(listener))) ??
    refusalAt(['spec', 'egress'], twice(egress)) ??
    refusalAt(['spec', 'ingress'], twice(ingress))
  );
}

function egressFault(listener: unknown): string | undefined {
  const hosts = textsAt(listener, 'hosts');
  if (hosts.length === 0) return 'an egress listener has no host';
  return listenerFault(listener) ?? firstOf(hosts, (host) => scopedHostFault(host, 'sidecar'));
}

function listenerFault(listener: unknown): string | undefined {
  if (!has(listener, 'port')) return undefined;
  const protocol = textAt(listener, 'port', 'protocol') ?? '';
  if (protocol !== '' && !isProtocol(protocol)) return `the protocol ${protocol} is not supported`;
  const endpoint = textAt(listener, 'defaultEndpoint') ?? '';
  const local = endpoint === '' || endpoint.startsWith('unix://') || /^(?:127\.0\.0\.1|0\.0\.0\.0|\[::1?\])?:\d+$/.test(endpoint);
  if (!local) return `the defaultEndpoint ${endpoint} is not of the form 127.0.0.1:PORT`;
  return textAt(listener, 'bind')?.startsWith('unix://') ? undefined : portFault(numberAt(listener, 'port', 'number') ?? 0);
}

function twice(listeners: readonly unknown[]): string | undefined {
  const ports = listeners.flatMap((listener) => numberAt(listener, 'port', 'number') || []);
  const port = ports.find((one, index) => ports.indexOf(one) !== index);
  return port === undefined ? undefined : `two listeners have the port ${port}`;
}
