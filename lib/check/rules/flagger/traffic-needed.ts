import { CRON_JOB, HTTP_ROUTE, INGRESS, JOB, METRIC_TEMPLATE } from '../../kinds';
import { hostKey } from '../../relations/hosts';
import { hostsCalledBy, isCalledInMesh, mentions } from '../../relations/mentions';
import type { Rule } from '../../rule';
import type { Subject } from '../../subject';
import type { CanaryView } from '../../views/canary';

export const trafficNeeded: Rule = {
  code: 'PD0311',
  severity: 'warning',
  title: 'Nothing sends requests to the canary while it is judged',
  why: 'Without requests the metrics have no values, which Flagger counts as failed checks ("no values found"): the release is rolled back though nothing is wrong with it.',
  fix: 'Add a load test as a webhook of type rollout, or let real requests reach the service through a gateway.',
  links: ['https://docs.flagger.app/usage/webhooks#load-testing', 'https://docs.flagger.app/faq#metrics'],
  check(subject, report) {
    for (const canary of subject.canaries) {
      const { analysis, resource } = canary;
      if (resource.spec.at('skipAnalysis').value === true || !measuresRequests(canary, subject) || hasLoadTest(canary)) continue;
      if (canary.strategy === 'blue-green') {
        if (analysis.at('mirror').value === true && hasCallers(canary, subject)) continue;
        report(
          resource,
          analysis,
          'The canary of a blue/green release gets no requests before it is promoted, and no webhook makes any: its metrics have no values and it is rolled back.',
        );
      } else if (!hasCallers(canary, subject)) {
        report(
          resource,
          analysis,
          `Neither a gateway nor a load test nor a caller in the files sends requests to ${canary.apex}: the metrics may have no values, and then the release is rolled back.`,
        );
      }
    }
  },
};

/** Metrics over requests have no values without any; others, over queues or memory, do. */
function measuresRequests({ analysis, resource }: CanaryView, subject: Subject): boolean {
  return analysis.at('metrics').items.some((metric) => {
    const reference = metric.at('templateRef');
    const template = subject.find(
      METRIC_TEMPLATE,
      reference.at('namespace').text || resource.id.namespace,
      reference.at('name').text ?? '',
    );
    const query = metric.at('query').text ?? template?.spec.at('query').text ?? '';
    return /^request-/.test(metric.at('name').text ?? '') || /request|http|latency|duration|response/i.test(query);
  });
}

/** A webhook that runs at every check; a gate, an event hook or a test beforehand makes no load. */
function hasLoadTest(canary: CanaryView): boolean {
  return canary.analysis.at('webhooks').items.some((hook) => {
    const type = hook.at('type').text ?? '';
    return (type === '' || type === 'rollout') && reachesCanary(canary, hook.at('metadata', 'cmd').text);
  });
}

/** In an A/B test only requests with the header of the test, and those to the Service of the canary itself, reach it. */
function reachesCanary({ strategy, analysis, apex }: CanaryView, command: string | undefined): boolean {
  if (strategy !== 'ab-test' || command === undefined || command.includes(`${apex}-canary`)) return true;
  const headers = analysis.at('match').items.flatMap((match) => match.at('headers').keys);
  return (
    headers.length === 0 ||
    /\s(-H|--header)\b/.test(command) ||
    headers.some((header) => command.toLowerCase().includes(header.toLowerCase()))
  );
}

function hasCallers(canary: CanaryView, subject: Subject): boolean {
  const { apex, service, resource, provider } = canary;
  const { namespace } = resource.id;
  if (service.at('gateways').texts.some((gateway) => gateway !== 'mesh') || service.at('gatewayRefs').items.length > 0) return true;
  if (
    service.at('delegation').value === true ||
    resource.spec.at('ingressRef').present ||
    resource.spec.at('routeRef').present ||
    provider?.startsWith('knative')
  )
    return true;
  return isCalledInMesh(subject, apex, namespace) || isRouted(apex, namespace, subject) || isLoadTested(apex, namespace, subject);
}

function isRouted(apex: string, namespace: string, subject: Subject): boolean {
  const targets = subject.once('hosts behind gateways', () => {
    const routed = subject.virtualServices.filter((view) => view.gateways.some((name) => name !== 'mesh'));
    return new Set(routed.flatMap((view) => view.destinations.map(({ host }) => hostKey(host, view.resource.id.namespace))));
  });
  if (targets.has(hostKey(apex, namespace))) return true;
  const routes = [...subject.inNamespace(INGRESS, namespace), ...subject.inNamespace(HTTP_ROUTE, namespace)];
  return routes.some(({ spec }) => JSON.stringify(spec.value ?? '').includes(`"${apex}"`));
}

function isLoadTested(apex: string, namespace: string, subject: Subject): boolean {
  const hosts = subject.once('hosts called by jobs', () =>
    hostsCalledBy([...subject.ofKind(JOB), ...subject.ofKind(CRON_JOB)].map(({ spec }) => spec.value)),
  );
  return mentions(hosts, apex, namespace);
}
