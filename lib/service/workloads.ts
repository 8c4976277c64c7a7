import type { TreeObject } from '../manifest/tree';
import { Condition } from '../parameters/condition';
import { Parameter } from '../parameters/parameter';
import { serviceLabels } from './labels';
import type { Microservice } from './microservice';
import { HTTP_PORT, podTemplate } from './pod-template';
import type { ServiceVersion } from './version';

/** The Service that all versions share: its selector leaves the version out. */
export function addSharedService(service: Microservice): void {
  service.addObject('service', {
    apiVersion: 'v1',
    kind: 'Service',
    name: service.name,
    labels: serviceLabels(service),
    fields: {
      spec: {
        selector: { app: service.name },
        ports: [{ name: HTTP_PORT, port: service.port, targetPort: HTTP_PORT, protocol: 'TCP', appProtocol: 'http' }],
      },
    },
  });
}

/** One Deployment per version, side by side, with selectors that exclude each other. */
export function addDeploymentPerVersion(service: Microservice): void {
  for (const version of service.versions) {
    service.addObject(`deployment-${version.name}`, {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      name: version.workloadName,
      labels: { ...serviceLabels(service), version: version.name },
      fields: {
        spec: {
          replicas: version.props.replicas ?? 1,
          selector: { matchLabels: { app: service.name, version: version.name } },
          template: podTemplate(version),
        },
      },
    });
  }
}

/** The current version of a service, under the condition that it is the one. */
export interface CurrentVersion {
  readonly version: ServiceVersion;
  /** Undefined where the service has one version only. */
  readonly when?: Condition;
  /** What the id of an object that exists once per candidate ends with. */
  readonly idSuffix: string;
}

/**
 * The candidates for the one version that runs, where a strategy replaces one by the next. Which one it is, is the parameter
 * `<service>.current`, so that promoting and rolling back are one edit each. Default: the first version.
 */
export function currentVersions(service: Microservice): CurrentVersion[] {
  const [first, ...others] = service.versions;
  if (!first || others.length === 0) return service.versions.map((version) => ({ version, idSuffix: '' }));
  const choices = service.versions.map((version) => version.name);
  const current = Parameter.choice(`${service.name}.current`, {
    defaultValue: first.name,
    choices,
    description: `The version of ${service.name} that runs.`,
  });
  return service.versions.map((version) => ({ version, when: Condition.isChosen(current, version.name), idSuffix: `-${version.name}` }));
}

/** One Deployment with the current version's pods, which are exchanged as `strategy` says. */
export function addCurrentDeployment(service: Microservice, strategy: TreeObject): void {
  for (const { version, when, idSuffix } of currentVersions(service)) {
    service.addObject(`deployment${idSuffix}`, {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      name: service.name,
      labels: { ...serviceLabels(service), version: version.name },
      when,
      fields: {
        spec: {
          replicas: version.props.replicas ?? 1,
          strategy,
          selector: { matchLabels: { app: service.name } },
          template: podTemplate(version),
        },
      },
    });
  }
}
