import type { Duration } from 'cdk8s';
import type { TreeObject } from '../../manifest/tree';
import { restOf } from '../../parameters/rest';
import { currentVersions } from '../../service/current-version';
import type { Microservice } from '../../service/microservice';
import type { ServiceVersion } from '../../service/version';
import { requireShape } from '../../shapes/shapes';
import type { Destination } from '../../traffic/destination';
import type { IRelease } from '../release';
import { bounds } from '../support/bounds';
import { addKnativeService, type KnativeScaling } from './service';

/** Traffic and scaling of a Knative Service. See https://knative.dev/docs/serving/traffic-management/ */
export interface KnativeReleaseProps {
  /** Shares of the versions: `[v1.rest(), v2.weight(10)]`. Becomes `spec.traffic[].percent`. Default: all to the current version. */
  readonly split?: Destination[];
  /** Names under which versions answer at an address of their own (`v2-reviews...`). Becomes `spec.traffic[].tag`. Default: the versions' names. */
  readonly tags?: { [tag: string]: ServiceVersion };
  /** How many pods. Becomes annotations of the template. Default: Knative's, from none up. */
  readonly autoscaling?: KnativeScaling;
  /** Time for an answer. Becomes `timeoutSeconds`. Default: Knative's, 5 minutes. */
  readonly timeout?: Duration;
}

/**
 * Knative keeps every version as a revision and splits the requests between them; revisions without requests have no pods. The template is
 * the current version's (parameter `<service>.current`); a version that comes after it has no revision yet and gets no requests. A revision
 * never changes: new content is a new version. See https://knative.dev/docs/serving/traffic-management/
 */
export class KnativeRelease implements IRelease {
  public constructor(private readonly props: KnativeReleaseProps = {}) {
    requireShape('KnativeReleaseProps', props, 'new KnativeRelease()');
  }

  public bind(service: Microservice): void {
    for (const problem of problemsOf(service, this.props)) service.addProblem(`KnativeRelease: ${problem}`);
    const { autoscaling = {}, timeout } = this.props;
    for (const { version, when, idSuffix } of currentVersions(service)) {
      addKnativeService(service, {
        version,
        when,
        idSuffix,
        autoscaling,
        revision: revisionOf(version),
        timeoutSeconds: timeout?.toSeconds(),
        traffic: this.trafficWhile(service, version),
      });
    }
  }

  /** The shares while a version is the current one: those of later versions are left out. */
  private trafficWhile(service: Microservice, current: ServiceVersion): TreeObject[] {
    const made = service.versions.slice(0, service.versions.indexOf(current) + 1);
    const stated = (this.props.split ?? []).filter(({ version }) => made.includes(version));
    const [only, ...others] = stated;
    const shares = only === undefined || others.length === 0 ? [{ version: only?.version ?? current, percent: 100 }] : stated;
    const weights = shares.flatMap(({ percent }) => (percent === undefined ? [] : [percent]));
    const traffic = shares.map(({ version, percent }) => this.target(version, percent ?? restOf(weights)));
    const unnamed = made.filter((version) => this.tagOf(version) !== undefined && !shares.some((share) => share.version === version));
    return [...traffic, ...unnamed.map((version) => this.target(version, 0))];
  }

  private target(version: ServiceVersion, percent: TreeObject[string]): TreeObject {
    return { revisionName: revisionOf(version), latestRevision: false, percent, tag: this.tagOf(version) };
  }

  private tagOf(version: ServiceVersion): string | undefined {
    const { tags } = this.props;
    return tags ? Object.keys(tags).find((tag) => tags[tag] === version) : version.name;
  }
}

function revisionOf(version: ServiceVersion): string {
  return version.workloadName;
}

function problemsOf(service: Microservice, { split = [], tags, autoscaling = {}, timeout }: KnativeReleaseProps): string[] {
  const problems: string[] = [];
  const names = tags
    ? Object.entries(tags).map(([tag, version]) => ({ tag, version }))
    : service.versions.map((version) => ({ tag: version.name, version }));
  for (const { tag, version } of names) {
    if (!/^[a-z]([-a-z0-9]*[a-z0-9])?$/.test(tag))
      problems.push(
        `the tag '${tag}' is no DNS-1035 label (lower-case letters, digits and '-', a letter first); state tags: { ${`v${tag.replace(/[^a-z0-9]/g, '-')}`}: ... }.`,
      );
    if (version.service !== service)
      problems.push(`the tag '${tag}' names a version of ${version.service.node.path}, not of this service.`);
  }
  for (const { version } of split)
    if (version.service !== service)
      problems.push(`split names version '${version.name}' of ${version.service.node.path}, not of this service.`);
  const rests = split.filter(({ percent }) => percent === undefined).length;
  const fixed = split.reduce((sum, { percent }) => sum + (typeof percent === 'number' ? percent : 0), 0);
  if (rests > 1) problems.push(`split leaves the rest to ${rests} versions; leave it to one.`);
  if (rests === 0 && split.length > 0 && (fixed !== 100 || split.some(({ percent }) => typeof percent !== 'number')))
    problems.push(
      `split adds up to ${fixed}${split.some(({ percent }) => typeof percent !== 'number') ? ' and parameters' : ''}; Knative wants 100. Leave the rest to one version: v1.rest().`,
    );
  else if (fixed > 100) problems.push(`split adds up to ${fixed}; Knative wants 100. Lower a weight.`);
  const { minScale, maxScale, window } = autoscaling;
  problems.push(
    ...bounds('autoscaling.minScale', minScale, 0),
    ...bounds('autoscaling.maxScale', maxScale, 0),
    ...bounds('autoscaling.initialScale', autoscaling.initialScale, 0),
    ...bounds('autoscaling.target', autoscaling.target, 1),
    ...bounds('autoscaling.containerConcurrency', autoscaling.containerConcurrency, 0, 1000),
    ...bounds('timeout in seconds', timeout?.toSeconds(), 1),
  );
  if (typeof minScale === 'number' && typeof maxScale === 'number' && maxScale !== 0 && minScale > maxScale)
    problems.push(`minScale ${minScale} is above maxScale ${maxScale}; exchange them.`);
  if (window && (window.toSeconds() < 6 || window.toSeconds() > 3600))
    problems.push(`autoscaling.window is ${window.toSeconds()} s; Knative takes 6 seconds to 1 hour.`);
  return problems;
}
