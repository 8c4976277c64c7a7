import type { TreeObject } from '../../manifest/tree';
import { serviceLabels } from '../../service/labels';
import type { Microservice } from '../../service/microservice';
import type { FlaggerProps } from './props';

/** The Ingress that Flagger copies for the new version; it points to the Service that Flagger makes. Returns `spec.ingressRef`. */
export function addIngress(service: Microservice, { hosts = [], ingressClass = 'nginx' }: FlaggerProps): TreeObject {
  const backend = { service: { name: service.name, port: { number: service.port } } };
  service.addObject('ingress', {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    name: service.name,
    labels: serviceLabels(service),
    fields: {
      spec: {
        ingressClassName: ingressClass,
        rules: hosts.map((host) => ({ host, http: { paths: [{ path: '/', pathType: 'Prefix', backend }] } })),
      },
    },
  });
  return { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', name: service.name };
}
