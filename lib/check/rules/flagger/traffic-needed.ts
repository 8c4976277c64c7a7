import { CRON_JOB, HTTP_ROUTE, INGRESS, JOB } from '../../kinds';
import { serviceHost } from '../../relations/hosts';
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
      if (resource.spec.at('skipAnalysis').value === true || !measuresRequests(canary) || hasLoadTest(canary)) continue;
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

const measuresRequests = ({ analysis }: CanaryView): boolean =>
  analysis
    .at('metrics')
    .items.some(
      (metric) => /^request-/.test(metric.at('name').text ?? '') || metric.at('templateRef').present || metric.at('query').present,
    );

/** A webhook that runs at every check; a gate or an event hook makes no load. */
function hasLoadTest({ analysis }: CanaryView): boolean {
  return analysis.at('webhooks').items.some((hook) => {
    const type = hook.at('type').text ?? '';
    return (
      type === '' ||
      type === 'rollout' ||
      (type === 'pre-rollout' && /\b(hey|wrk|k6|fortio|ghz|vegeta|ab|bombardier)\b/.test(JSON.stringify(hook.at('metadata').value ?? '')))
    );
  });
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
  const byRule = subject.virtualServices.some(
    (view) =>
      view.gateways.some((name) => name !== 'mesh') &&
      view.destinations.some(({ host }) => {
        const named = serviceHost(host, view.resource.id.namespace);
        return named?.name === apex && named.namespace === namespace;
      }),
  );
  const mentioned = [...subject.ofKind(INGRESS), ...subject.ofKind(HTTP_ROUTE)].some(
    ({ id, spec }) => id.namespace === namespace && JSON.stringify(spec.value ?? '').includes(`"${apex}"`),
  );
  return byRule || mentioned;
}

const isLoadTested = (apex: string, namespace: string, subject: Subject): boolean =>
  [...subject.ofKind(JOB), ...subject.ofKind(CRON_JOB)].some(({ spec }) => mentions(hostsCalledBy(spec.value), apex, namespace));
