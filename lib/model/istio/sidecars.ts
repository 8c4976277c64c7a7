import type { Labels } from '../labels';
import { at, has, labelsAt, listAt, numberAt, textAt, textsAt } from '../loose';
import type { ObjectIndex } from '../model';
import { byCreation, namespaceOf } from '../objects';
import type { SourcedManifest } from '../sourced';
import { accepted } from './accepted';
import type { Dropped } from './model';
import { sidecarRefusalOf } from './sidecar-refusals';

/** One listener of a Sidecar's `egress`: what clients may reach through it. */
export interface Egress {
  readonly port?: number;
  /** `namespace/host` each; `.` is the namespace of the client, a leading `~` takes out what another entry imports. */
  readonly hosts: readonly { readonly namespace: string; readonly host: string }[];
}

export interface SidecarScope {
  readonly object: SourcedManifest;
  readonly namespace: string;
  /** The pods it holds for; undefined: all of its namespace. */
  readonly selector: Labels | undefined;
  /** Empty: everything may be reached. */
  readonly egress: readonly Egress[];
  readonly outbound: 'ALLOW_ANY' | 'REGISTRY_ONLY' | undefined;
}

/** The Sidecars, oldest first. What Istio's webhook refuses is left out. */
export function sidecarsOf(objects: ObjectIndex, drop: (dropped: Dropped) => void): SidecarScope[] {
  const taken = accepted(objects.ofKind('networking.istio.io', 'Sidecar'), sidecarRefusalOf, drop);
  return taken.sort(byCreation).map((object) => {
    const spec = at(object.manifest, 'spec');
    const namespace = namespaceOf(object);
    const mode = textAt(spec, 'outboundTrafficPolicy', 'mode');
    const policy = has(spec, 'outboundTrafficPolicy') ? (mode === 'ALLOW_ANY' ? 'ALLOW_ANY' : 'REGISTRY_ONLY') : undefined;
    return {
      object,
      namespace,
      selector: has(spec, 'workloadSelector') ? labelsAt(spec, 'workloadSelector', 'labels') : undefined,
      egress: listAt(spec, 'egress').map((listener) => ({
        port: numberAt(listener, 'port', 'number'),
        hosts: textsAt(listener, 'hosts').map(imported),
      })),
      outbound: policy,
    };
  });
}

function imported(text: string): { namespace: string; host: string } {
  const [scope = '*', host = '*'] = text.includes('/') ? text.split('/', 2) : ['*', text];
  return { namespace: scope, host };
}
