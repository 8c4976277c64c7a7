import type { Microservice } from '../service/microservice';
import type { ServiceVersion } from '../service/version';
import type { DestinationPolicy } from './destination-policy';
import type { Policies } from './istio/destination-rule';

/** How connections to one version are made. */
export interface VersionPolicy {
  /** A version of the service. */
  readonly version: ServiceVersion;
  /** What differs from the policy of the service. Becomes `trafficPolicy` of the version's subset. */
  readonly policy: DestinationPolicy;
}

/** Policies by version; a version of another service, or one that is stated twice, is a problem. */
export function policiesOf(service: Microservice, all: DestinationPolicy | undefined, versions: readonly VersionPolicy[]): Policies {
  const ofVersion = new Map<ServiceVersion, DestinationPolicy>();
  for (const { version, policy } of versions) {
    if (version.service !== service)
      service.addProblem(`the policy of version '${version.name}' is for a version of ${version.service.node.path}, not of this service.`);
    if (ofVersion.has(version)) service.addProblem(`version '${version.name}' has two policies; state one.`);
    ofVersion.set(version, policy);
  }
  return { all, ofVersion };
}
