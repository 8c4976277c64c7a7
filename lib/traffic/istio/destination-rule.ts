import { serviceLabels } from '../../service/labels';
import type { Microservice } from '../../service/microservice';
import type { ServiceVersion } from '../../service/version';

/** One subset per version. See https://istio.io/latest/docs/reference/config/networking/destination-rule/ */
export function addDestinationRule(service: Microservice, subsets: ReadonlyMap<ServiceVersion, string>): void {
  service.addObject('destination-rule', {
    apiVersion: 'networking.istio.io/v1',
    kind: 'DestinationRule',
    name: service.name,
    labels: serviceLabels(service),
    fields: {
      spec: {
        host: service.name,
        subsets: [...subsets].map(([version, name]) => ({ name, labels: { version: version.name } })),
      },
    },
  });
}
