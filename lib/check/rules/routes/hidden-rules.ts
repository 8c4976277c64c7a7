import { describeId } from '../../../manifest/manifest';
import { gatewayNamespace, gatewaysOf } from '../../relations/gateways';
import type { Rule } from '../../rule';
import { exportTargets, isExportedTo } from '../../views/destination-rule';

export const hiddenRules: Rule = {
  code: 'PD0122',
  severity: 'error',
  title: 'A VirtualService is not exported to the gateway it is bound to',
  why: 'The proxies of the gateway do not see the VirtualService: requests from outside get 404.',
  fix: 'Leave out exportTo, or add the namespace of the gateway to it.',
  links: ['https://istio.io/latest/docs/reference/config/networking/virtual-service/#VirtualService'],
  check(subject, report) {
    for (const { resource, gateways } of subject.virtualServices) {
      const exported = exportTargets(resource);
      if (exported.includes('*')) continue;
      for (const gateway of gatewaysOf(gateways, resource.id.namespace, subject) ?? []) {
        const namespace = gatewayNamespace(gateway, subject) ?? gateway.id.namespace;
        if (namespace === '' || isExportedTo(exported, namespace)) continue;
        report(
          resource,
          resource.spec.at('exportTo'),
          `The proxies of ${describeId(gateway.id)} are in the namespace ${namespace}, which does not see this VirtualService (exportTo ${exported.join(', ')}): requests from outside get 404.`,
        );
      }
    }
  },
};
