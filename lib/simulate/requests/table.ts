import type { HttpMatch, HttpRule, VirtualService } from '../../model/istio/virtual-service';

/** One entry of a route table: a rule together with one of its matches. */
export interface TableRoute {
  readonly service: VirtualService;
  readonly rule: HttpRule;
  /** Undefined: every request fits. */
  readonly match: HttpMatch | undefined;
}

/** What goes to a Service that no VirtualService or HTTPRoute has a word about. */
export interface PlainRoute {
  readonly hostname: string;
  readonly port: number;
}

export interface VirtualHost {
  readonly domains: readonly string[];
  readonly routes: readonly TableRoute[];
  readonly plain?: PlainRoute;
  /** Plain HTTP is sent to HTTPS before any rule is looked at. */
  requireTls?: boolean;
}

/** Virtual hosts by domain, as Envoy searches them: exact, then the longest wildcard in front, then `*`. */
export class RouteTable {
  private readonly exact = new Map<string, VirtualHost>();
  private readonly suffixes: { readonly suffix: string; readonly host: VirtualHost }[] = [];
  private all: VirtualHost | undefined;

  constructor(readonly virtualHosts: readonly VirtualHost[]) {
    for (const host of virtualHosts) {
      for (const domain of host.domains) this.add(domain.toLowerCase(), host);
    }
    this.suffixes.sort((a, b) => b.suffix.length - a.suffix.length);
  }

  private add(domain: string, host: VirtualHost): void {
    if (domain === '*') this.all ??= host;
    else if (domain.startsWith('*')) this.suffixes.push({ suffix: domain.slice(1), host });
    else if (!this.exact.has(domain)) this.exact.set(domain, host);
  }

  find(host: string): VirtualHost | undefined {
    const exact = this.exact.get(host);
    if (exact) return exact;
    return this.suffixes.find(({ suffix }) => host.length > suffix.length && host.endsWith(suffix))?.host ?? this.all;
  }
}
