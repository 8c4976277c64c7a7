import { describeId } from '../../../manifest/manifest';
import type { Rule } from '../../rule';
import { append } from '../../subject';
import type { ServicePortView, ServiceView } from '../../views/service';

export const portConflict: Rule = {
  code: 'PD0210',
  severity: 'warning',
  title: 'Two Services give one port of the same pods two protocols',
  why: 'A sidecar has one inbound listener for a port: it takes one of the protocols, and requests of the other fail or lose their rules.',
  fix: 'Give the port the same protocol in every Service that selects the pods.',
  links: ['https://istio.io/latest/docs/reference/config/analysis/ist0116/'],
  check(subject, report) {
    const seen = new Map<string, { service: ServiceView; port: ServicePortView }[]>();
    for (const service of subject.services) {
      if (!service.selecting) continue;
      for (const workload of subject.workloadsSelectedBy(service.selector, service.resource.id.namespace)) {
        for (const port of service.ports) {
          const { namespace, name, kind } = workload.resource.id;
          append(seen, `${namespace}/${kind}/${name}:${port.targetPort}/${port.field.at('protocol').text ?? 'TCP'}`, { service, port });
        }
      }
    }
    const reported = new Set<ServicePortView>();
    for (const [first, ...others] of seen.values()) {
      for (const { service, port } of others) {
        const known = first.port.protocol !== 'sniffed' && port.protocol !== 'sniffed';
        if (!known || first.port.protocol === port.protocol || reported.has(port)) continue;
        reported.add(port);
        report(
          service.resource,
          port.field,
          `The port ${port.targetPort} of the pods is ${port.protocol} here and ${first.port.protocol} in ${describeId(first.service.resource.id)}: sidecars take one of the two.`,
        );
      }
    }
  },
};
