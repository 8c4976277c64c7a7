import { describeId } from '../../../manifest/manifest';
import { gatewayNamespace, gatewaysOf } from '../../relations/gateways';
import type { Rule } from '../../rule';
import type { Subject } from '../../subject';
import { type DestinationRuleView, isExportedTo } from '../../views/destination-rule';
import type { DestinationView, VirtualServiceView } from '../../views/virtual-service';

export const hiddenSubset: Rule = {
  code: 'PD0114',
  severity: 'error',
  title: 'A DestinationRule is not exported to the gateway that routes by its subsets',
  why: 'The proxies of the gateway do not see the DestinationRule, so they have no cluster for the subset: requests from outside get 503, while those inside the namespace work.',
  fix: 'Leave out exportTo, or add the namespace of the gateway to it.',
  links: [
    'https://istio.io/latest/docs/reference/config/networking/destination-rule/#DestinationRule',
    'https://istio.io/latest/docs/ops/best-practices/traffic-management/#cross-namespace-configuration',
  ],
  check(subject, report) {
    for (const view of subject.virtualServices) {
      const clients = clientNamespaces(view, subject);
      if (clients.length === 0) continue;
      const reported = new Set<DestinationRuleView>();
      for (const destination of view.destinations) {
        for (const { rule, client } of hidden(destination, view, clients, subject)) {
          if (reported.has(rule)) continue;
          reported.add(rule);
          report(
            rule.resource,
            rule.resource.spec.at('exportTo'),
            `${describeId(view.resource.id)} routes by the subset "${destination.subset}" at a gateway in the namespace ${client}, which does not see this DestinationRule (exportTo ${rule.exportTo.join(', ')}): requests from outside get 503.`,
          );
        }
      }
    }
  },
};

function hidden(destination: DestinationView, view: VirtualServiceView, clients: readonly string[], subject: Subject) {
  if (!destination.subset) return [];
  const rules = subject
    .destinationRulesFor(destination.host, view.resource.id.namespace)
    .filter(({ subsets }) => subsets.some(({ name }) => name === destination.subset));
  return clients.flatMap((client) =>
    rules.some((rule) => isExportedTo(rule.exportTo, client)) ? [] : rules.map((rule) => ({ rule, client })),
  );
}

/** The namespaces of the gateways' proxies, where they are known to differ from the rule's own. */
function clientNamespaces(view: VirtualServiceView, subject: Subject): string[] {
  const own = view.resource.id.namespace;
  const known = gatewaysOf(view.gateways, own, subject);
  const named = view.gateways.filter((name) => name.includes('/')).map((name) => name.slice(0, name.indexOf('/')));
  const found = known ? known.map((gateway) => gatewayNamespace(gateway, subject) ?? gateway.id.namespace) : named;
  return [...new Set(found)].filter((namespace) => namespace !== own && namespace !== '');
}
