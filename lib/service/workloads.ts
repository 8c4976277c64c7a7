import type { TreeObject } from '../manifest/tree';
import { addAutoscaling, replicasOf } from './autoscaling-objects';
import { currentVersions } from './current-version';
import { addDisruptionBudget } from './disruption-budget-objects';
import { serviceLabels } from './labels';
import type { Microservice } from './microservice';
import { podTemplate } from './pod-template';
import { PortProtocol, transport } from './ports';

export { type CurrentVersion, currentVersions } from './current-version';

/** The Service that all versions share: its selector leaves the version out. A worker without ports has none. */
export function addSharedService(service: Microservice): void {
  if (!service.hasService) return;
  service.addObject('service', {
    apiVersion: 'v1',
    kind: 'Service',
    name: service.name,
    labels: serviceLabels(service),
    fields: {
      spec: {
        clusterIP: service.headless ? 'None' : undefined,
        selector: { app: service.name },
        ports: servicePorts(service),
      },
    },
  });
}

/** The ports of a Service of this microservice, with the names and protocols that Istio understands. Becomes `spec.ports`. */
export function servicePorts(service: Microservice): TreeObject[] {
  return service._ports.map(({ name, port, protocol }) => ({
    name,
    port,
    targetPort: name,
    protocol: transport(protocol),
    appProtocol: protocol === PortProtocol.UDP ? undefined : protocol,
  }));
}

/** One Deployment per version, side by side, with selectors that exclude each other, and what scales and guards each. */
export function addDeploymentPerVersion(service: Microservice): void {
  for (const version of service.versions) {
    const selector = { app: service.name, version: version.name };
    const candidate = { version, idSuffix: `-${version.name}` };
    service.addObject(`deployment-${version.name}`, {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      name: version.workloadName,
      labels: { ...serviceLabels(service), version: version.name },
      fields: {
        spec: {
          replicas: replicasOf(version),
          selector: { matchLabels: selector },
          template: podTemplate(version, selector),
        },
      },
    });
    addAutoscaling(service, { apiVersion: 'apps/v1', kind: 'Deployment', name: version.workloadName }, [candidate]);
    addDisruptionBudget(service, selector, [candidate], version.workloadName);
  }
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
          replicas: replicasOf(version),
          strategy,
          selector: { matchLabels: { app: service.name } },
          template: podTemplate(version),
        },
      },
    });
  }
  addAutoscaling(service, { apiVersion: 'apps/v1', kind: 'Deployment', name: service.name });
  addDisruptionBudget(service, { app: service.name });
}
