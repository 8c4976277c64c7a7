import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { ManifestObject, type ObjectProps } from '../manifest/manifest-object';
import { rememberSource } from '../manifest/source-line';
import type { IRelease } from '../release/release';
import { RollingUpdate } from '../release/rolling-update';
import { requireShape } from '../shapes/shapes';
import { addConfigMaps } from './config-maps';
import { mergeDefaults } from './merge';
import { nameProblem } from './names';
import { addNetworkPolicy, type NetworkAccess } from './network-policy';
import { type FullPort, fullPort, type PortProtocol, type ServicePort } from './ports';
import { serviceProblems } from './problems';
import { ServiceVersion } from './version';
import type { VersionOptions, VersionProps } from './version-props';

export interface MicroserviceProps {
  /** Name of the Service, value of the label `app`, stem of all names. A DNS-1035 label. Default: the construct's id. */
  readonly name?: string;
  /** The port of the shared Service. Becomes `spec.ports[].port`. Default: 80. */
  readonly port?: number;
  /** The port the program listens on. Becomes `containerPort` and `targetPort`. Default: 8080. */
  readonly containerPort?: number;
  /** What is spoken at the port. Becomes `appProtocol` and the port's `name`. Default: HTTP. */
  readonly protocol?: PortProtocol;
  /**
   * All ports, where there are several or the one needs a name; instead of `port`, `containerPort` and `protocol`. Probes and routes go to
   * the first. An empty list: a worker that nothing calls, without a Service.
   */
  readonly ports?: ServicePort[];
  /** Whether the Service has no address of its own, so that its name stands for the pods. Becomes `clusterIP: None`. Default: false. */
  readonly headless?: boolean;
  /** Who may call the pods, and whom they may call. Becomes a NetworkPolicy. Default: none, so everyone. */
  readonly network?: NetworkAccess;
  /** What all versions have in common; a version may state otherwise, by the rules of `VersionOptions`. */
  readonly defaults?: VersionOptions;
}

/**
 * A service with its versions, stated once; a release strategy decides which objects come of it.
 *
 * @example
 * const reviews = new Microservice(chart, 'reviews', { containerPort: 9080 });
 * reviews.addVersion('v1', { image: 'shop/reviews:1.4.2' });
 */
export class Microservice extends Construct {
  /** The name of the shared Service, and the host by which others call it. */
  public readonly name: string;
  /** The port of the shared Service; the first where there are several. 0 for a worker, which has none. */
  public readonly port: number;
  /** The port of the container; the first where there are several. 0 for a worker, which has none. */
  public readonly containerPort: number;
  /** Whether there is a Service: everything but a worker without ports has one. */
  public readonly hasService: boolean;
  /** Whether the Service has no address of its own. */
  public readonly headless: boolean;
  /** The namespace of the chart it stands in, if that states one. */
  public readonly namespace?: string;
  /** What all versions have in common. */
  public readonly defaults: VersionOptions;
  private readonly fullPorts: FullPort[];
  private readonly versionsByName = new Map<string, ServiceVersion>();
  private readonly accesses: NetworkAccess[];
  private strategy?: IRelease;
  private problems: string[] = [];
  private readonly further = new Map<string, ObjectProps>();
  private collected?: Map<string, ObjectProps>;
  private prepared = false;

  public constructor(scope: Construct, id: string, props: MicroserviceProps = {}) {
    super(scope, id);
    rememberSource(this);
    requireShape('MicroserviceProps', props, this.node.path);
    this.name = props.name ?? id;
    this.fullPorts = (
      props.ports ?? [{ port: props.port ?? 80, containerPort: props.containerPort ?? 8080, protocol: props.protocol }]
    ).map(fullPort);
    this.port = this.fullPorts[0]?.port ?? 0;
    this.containerPort = this.fullPorts[0]?.containerPort ?? 0;
    this.hasService = this.fullPorts.length > 0;
    this.headless = props.headless ?? false;
    this.accesses = props.network ? [props.network] : [];
    this.namespace = Chart.of(this).namespace;
    this.defaults = props.defaults ?? {};
    const wrong = nameProblem(this.name);
    if (wrong) throw new Error(`${this.node.path}: the name of a microservice, '${this.name}', ${wrong}`);
    if (props.ports && (props.port ?? props.containerPort ?? props.protocol) !== undefined)
      this.addProblem('both ports and port, containerPort or protocol are stated; state all of them in ports.');
    // A stock cdk8s App validates before it collects objects: the moment to make ours.
    this.node.addValidation({ validate: () => this.prepareForValidation() });
  }

  /** All versions, in the order in which they were added. */
  public get versions(): ServiceVersion[] {
    return [...this.versionsByName.values()];
  }

  /** Adds to who may call the pods, and whom they may call: for services that call each other. */
  public allowNetwork(access: NetworkAccess): void {
    requireShape('NetworkAccess', access, `${this.node.path}: allowNetwork()`);
    this.accesses.push(access);
  }

  /**
   * All that was stated about who may call.
   * @internal
   */
  public get _network(): NetworkAccess {
    const all = (side: 'from' | 'to') => {
      const stated = this.accesses.flatMap((access) => (access[side] ? [access[side]] : []));
      return stated.length > 0 ? stated.flat() : undefined;
    };
    return { from: all('from'), to: all('to') };
  }

  /**
   * All ports, the main one first.
   * @internal
   */
  public get _ports(): readonly FullPort[] {
    return this.fullPorts;
  }

  /**
   * Adds a version.
   * @param name The value of the label `version` on its pods, and the end of its workload's name: `v2`.
   */
  public addVersion(name: string, props: VersionProps): ServiceVersion {
    requireShape('VersionProps', props, `${this.node.path}: version '${name}'`);
    const wrong = nameProblem(`v${name}`);
    if (wrong) throw new Error(`${this.node.path}: the name of a version, '${name}', ${wrong}`);
    if (this.versionsByName.has(name))
      throw new Error(`${this.node.path}: version '${name}' is stated twice; each version has a name of its own.`);
    const version = new ServiceVersion(this, name, mergeDefaults(this.defaults, props));
    this.versionsByName.set(name, version);
    return version;
  }

  /**
   * States how new versions are released. Default: a rolling update.
   * @throws when a strategy has been stated already.
   */
  public release(strategy: IRelease): void {
    if (typeof strategy?.bind !== 'function')
      throw new TypeError(`${this.node.path}: release(${strategy}) is no strategy; state one, such as new RollingUpdate().`);
    if (this.strategy)
      throw new Error(`${this.node.path}: release() is stated twice; a service has one strategy (SwitchedRelease chooses between two).`);
    this.strategy = strategy;
  }

  /**
   * Adds an object to the service: what a strategy makes of it, or what goes with it, under a condition if need be. Objects may hold parameters.
   * @param id Unique within the service; becomes part of the construct path.
   */
  public addObject(id: string, props: ObjectProps): void {
    if (!this.collected) this.checkFurther(id, props);
    const objects = this.collected ?? this.further;
    if (objects.has(id)) this.addTwice(id);
    objects.set(id, props);
  }

  private checkFurther(id: string, props: ObjectProps): void {
    const call = `${this.node.path}: addObject('${id}')`;
    requireShape('ObjectProps', props, call);
    if (this.prepared)
      throw new Error(`${call} comes too late, as the objects of the service have been made; state it before app.synth().`);
  }

  private addTwice(id: string): void {
    this.addProblem(`two objects are called '${id}'; give each an id of its own.`);
  }

  /** Reports what cannot work: for strategies. All problems are shown together when manifests are made. */
  public addProblem(message: string): void {
    this.problems.push(`${this.node.path}: ${message}`);
  }

  /** @internal */
  public _prepare(problems: string[]): void {
    if (!this.prepared) {
      this.prepared = true;
      this.bind();
    }
    problems.push(...this.problems);
  }

  private bind(): void {
    if (this.versionsByName.size === 0) {
      this.addProblem(`the service has no version; add one: service.addVersion('v1', { image: '...' })`);
      return;
    }
    for (const problem of serviceProblems(this)) this.addProblem(problem);
    const strategy = this.strategy ?? new RollingUpdate();
    const objects = this._collect(() => {
      addConfigMaps(this);
      addNetworkPolicy(this);
      this.bindStrategy(strategy);
    });
    for (const [id, props] of this.further) {
      if (objects.has(id)) this.addTwice(id);
      objects.set(id, props);
    }
    for (const [id, props] of objects) new ManifestObject(this, id, props);
  }

  /** What a strategy throws says nothing of the service that it was stated for. */
  private bindStrategy(strategy: IRelease): void {
    try {
      strategy.bind(this);
    } catch (cause) {
      throw new Error(`${this.node.path}: its release cannot be made, because of what was stated for it: ${(cause as Error).message}`, {
        cause,
      });
    }
  }

  /**
   * The objects that `bind` adds, apart from those of the service: for strategies that choose between others.
   * @internal
   */
  public _collect(bind: () => void): Map<string, ObjectProps> {
    const outer = this.collected;
    const objects = new Map<string, ObjectProps>();
    this.collected = objects;
    bind();
    this.collected = outer;
    return objects;
  }

  private prepareForValidation(): string[] {
    const problems: string[] = [];
    this._prepare(problems);
    return problems;
  }
}
