import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { ManifestObject, type ObjectProps } from '../manifest/manifest-object';
import type { IRelease } from '../release/release';
import { rememberSource } from '../manifest/source-line';
import { RollingUpdate } from '../release/rolling-update';
import { nameProblem } from './names';
import { ServiceVersion } from './version';
import type { VersionOptions, VersionProps } from './version-props';

export interface MicroserviceProps {
  /** Name of the Service, value of the label `app`, stem of all names. A DNS-1035 label. Default: the construct's id. */
  readonly name?: string;
  /** The port of the shared Service. Becomes `spec.ports[].port`. Default: 80. */
  readonly port?: number;
  /** The port the program listens on. Becomes `containerPort` and `targetPort`. Default: 8080. */
  readonly containerPort?: number;
  /** What all versions have in common; a version may state otherwise. */
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
  /** The port of the shared Service. */
  public readonly port: number;
  /** The port of the container. */
  public readonly containerPort: number;
  /** The namespace of the chart it stands in, if that states one. */
  public readonly namespace?: string;
  private readonly defaults: VersionOptions;
  private readonly versionsByName = new Map<string, ServiceVersion>();
  private strategy?: IRelease;
  private problems: string[] = [];
  private collected?: Map<string, ObjectProps>;
  private prepared = false;

  public constructor(scope: Construct, id: string, props: MicroserviceProps = {}) {
    super(scope, id);
    rememberSource(this);
    this.name = props.name ?? id;
    this.port = props.port ?? 80;
    this.containerPort = props.containerPort ?? 8080;
    this.namespace = Chart.of(this).namespace;
    this.defaults = props.defaults ?? {};
    const wrong = nameProblem(this.name);
    if (wrong) throw new Error(`${this.node.path}: the name of a microservice, '${this.name}', ${wrong}`);
    // A stock cdk8s App validates before it collects objects: the moment to make ours.
    this.node.addValidation({ validate: () => this.prepareForValidation() });
  }

  /** All versions, in the order in which they were added. */
  public get versions(): ServiceVersion[] {
    return [...this.versionsByName.values()];
  }

  /**
   * Adds a version.
   * @param name The value of the label `version` on its pods, and the end of its workload's name: `v2`.
   */
  public addVersion(name: string, props: VersionProps): ServiceVersion {
    const wrong = nameProblem(`v${name}`);
    if (wrong) throw new Error(`${this.node.path}: the name of a version, '${name}', ${wrong}`);
    if (this.versionsByName.has(name))
      throw new Error(`${this.node.path}: version '${name}' is stated twice; each version has a name of its own.`);
    const env = { ...this.defaults.env, ...props.env };
    const version = new ServiceVersion(this, name, { ...this.defaults, ...props, env });
    this.versionsByName.set(name, version);
    return version;
  }

  /**
   * States how new versions are released. Default: a rolling update.
   * @throws when a strategy has been stated already.
   */
  public release(strategy: IRelease): void {
    if (this.strategy)
      throw new Error(`${this.node.path}: release() is stated twice; a service has one strategy (SwitchedRelease chooses between two).`);
    this.strategy = strategy;
  }

  /** Adds an object to the service: for strategies. The id is unique within the service and becomes part of the construct path. */
  public addObject(id: string, props: ObjectProps): void {
    if (!this.collected) throw new Error(`${this.node.path}: addObject('${id}') is for release strategies, while they bind.`);
    if (this.collected.has(id)) this.addProblem(`two objects are called '${id}'`);
    this.collected.set(id, props);
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
    for (const [id, props] of this.collect(this.strategy ?? new RollingUpdate())) new ManifestObject(this, id, props);
  }

  private collect(strategy: IRelease): Map<string, ObjectProps> {
    const outer = this.collected;
    const objects = new Map<string, ObjectProps>();
    this.collected = objects;
    strategy.bind(this);
    this.collected = outer;
    return objects;
  }

  private prepareForValidation(): string[] {
    const problems: string[] = [];
    this._prepare(problems);
    return problems;
  }
}
