import type { Field } from '../../field';
import { SERVICE, SERVICE_ENTRY } from '../../kinds';
import { hostCovers, serviceHost } from '../../relations/hosts';
import { checkReference } from '../../relations/missing';
import type { Rule } from '../../rule';
import type { Subject } from '../../subject';
import { missedByRollout } from '../../views/rollout-services';
import type { VirtualServiceView } from '../../views/virtual-service';

export const destinationExists: Rule = {
  code: 'PD0110',
  severity: 'error',
  title: 'A route leads to a Service that is not there',
  why: 'Envoy has no cluster for the host: the requests of that route, or its share of a split, get 503 (500 behind the Gateway API).',
  fix: 'Name a Service that exists.',
  links: ['https://istio.io/latest/docs/reference/config/analysis/ist0101/'],
  check(subject, report) {
    for (const view of subject.virtualServices) {
      const namespace = view.resource.id.namespace;
      const seen = new Set<string>();
      for (const { field, host, entry } of view.destinations) {
        const named = serviceHost(host, namespace);
        if (!named || seen.has(host) || isForeign(host, subject) || generated(named.name, named.namespace, subject)) continue;
        seen.add(host);
        if (isMisplaced(named, subject) || isMissed(named, subject)) continue;
        checkReference(
          subject,
          report,
          view.resource,
          field.at('host'),
          { kind: SERVICE, ...named },
          { what: 'The route', effect: 'its requests get 503', shared: true, expected: hasSibling(entry, view, subject) },
        );
      }
    }
  },
};

/** Another destination of the same split is there: then the files describe the service, and this one is missing. */
function hasSibling(entry: Field, view: VirtualServiceView, subject: Subject): boolean {
  const { namespace } = view.resource.id;
  const rule = view.http.find(({ routes }) => routes.some((route) => route.entry === entry));
  return rule?.routes.some((route) => route.entry !== entry && subject.serviceByHost(route.host, namespace) !== undefined) ?? false;
}

const isForeign = (host: string, subject: Subject): boolean =>
  subject.ofKind(SERVICE_ENTRY).some((entry) => entry.spec.at('hosts').texts.some((pattern) => hostCovers(pattern, host)));

const isMissed = ({ name, namespace }: { readonly name: string; readonly namespace: string }, subject: Subject): boolean =>
  subject.find(SERVICE, namespace, name) === undefined && missedByRollout(subject, namespace, name);

/** A Service of that name in another namespace: PD0108 speaks about it. */
function isMisplaced(named: { readonly name: string; readonly namespace: string }, subject: Subject): boolean {
  const reference = subject.reference(SERVICE, named.namespace, named.name);
  return reference.verdict === 'missing' && reference.because === 'elsewhere' && named.namespace !== '';
}

/** Services that Flagger makes: nobody states them. */
function generated(name: string, namespace: string, subject: Subject): boolean {
  const names = subject.once(
    'flagger services',
    () =>
      new Set(
        subject.canaries.flatMap(({ apex, resource }) =>
          ['', '-primary', '-canary'].map((suffix) => `${resource.id.namespace}/${apex}${suffix}`),
        ),
      ),
  );
  return names.has(`${namespace}/${name}`);
}
