import type { Labels } from '../labels';
import type { ServicePort } from '../model';
import type { SourcedManifest } from '../sourced';
import { type ExportTo, isVisible } from './visibility';

/** Pods, or addresses, that stand behind a host: one entry for each workload. */
export interface Endpoint {
  readonly workload: string;
  readonly namespace: string;
  readonly labels: Labels;
  readonly version: string;
  readonly replicas: number;
}

/** A host that requests can be sent to: a Service, or one host of a ServiceEntry. */
export interface Host {
  readonly hostname: string;
  readonly namespace: string;
  readonly object: SourcedManifest;
  readonly ports: readonly ServicePort[];
  /**
   * How a request finds its address: `cluster` balances over the endpoints; `headless` and `none` go to the address that the client dialled;
   * `dns` looks the name up; `alias` is another name for a host.
   */
  readonly resolution: 'cluster' | 'headless' | 'dns' | 'none' | 'alias';
  readonly aliasOf?: string;
  readonly kind: 'Service' | 'ServiceEntry';
  readonly exportTo: ExportTo;
  readonly endpoints: readonly Endpoint[];
}

/** Hosts by name; several namespaces may state one host. */
export class Registry {
  private readonly byName = new Map<string, Host[]>();

  constructor(readonly hosts: readonly Host[]) {
    for (const host of hosts) {
      const known = this.byName.get(host.hostname);
      if (known) known.push(host);
      else this.byName.set(host.hostname, [host]);
    }
  }

  /** Who states a host, in the order of their namespaces. */
  named(hostname: string): readonly Host[] {
    return this.byName.get(hostname) ?? [];
  }

  /** A host as a client sees it: that of a preferred namespace if it is visible, else the first visible one. */
  find(hostname: string, clientNamespace: string, preferred = clientNamespace): Host | undefined {
    const seen = this.named(hostname).filter((host) => isVisible(host.exportTo, clientNamespace));
    return seen.find((host) => host.namespace === preferred) ?? seen[0];
  }

  port(host: Host, number: number): ServicePort | undefined {
    return host.ports.find((port) => port.number === number);
  }
}
