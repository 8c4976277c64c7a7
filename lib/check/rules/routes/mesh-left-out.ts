import { hostKey, serviceHost } from '../../relations/hosts';
import { hostsCalledBy, isCalledInMesh, mentions } from '../../relations/mentions';
import type { Rule } from '../../rule';
import { append, type Subject } from '../../subject';
import { type CanaryView, writesIstio } from '../../views/canary';
import type { VirtualServiceView } from '../../views/virtual-service';

export const meshLeftOut: Rule = {
  code: 'PD0111',
  severity: 'warning',
  title: 'Rules are bound to gateways only, and callers inside the mesh go past them',
  why: 'A VirtualService that lists gateways without `mesh` has no effect on requests between pods: they reach every version by chance, whatever the weights say.',
  fix: 'Add "mesh" to the gateways, or state the routes for callers inside the mesh in a VirtualService of their own.',
  links: [
    'https://istio.io/latest/docs/reference/config/networking/virtual-service/#VirtualService',
    'https://istio.io/latest/docs/reference/config/analysis/ist0140/',
  ],
  check(subject, report) {
    for (const view of subject.virtualServices) {
      if (view.onMesh) continue;
      const caller = meshCallers(view, subject);
      if (caller) {
        report(
          view.resource,
          view.resource.spec.at('gateways'),
          `The VirtualService lists gateways without "mesh", but ${caller}: requests from inside the mesh do not follow its routes.`,
        );
      }
    }
    for (const canary of subject.canaries) {
      const gateways = canary.service.at('gateways');
      if (!writesIstio(canary) || gateways.items.length === 0 || gateways.texts.includes('mesh')) continue;
      const caller = canaryCallers(canary, subject);
      if (caller)
        report(
          canary.resource,
          gateways,
          `The Canary lists gateways without "mesh", but ${caller}: those requests all go to the primary, and the canary is judged without them.`,
        );
    }
  },
};

function meshCallers(view: VirtualServiceView, subject: Subject): string | undefined {
  const namespace = view.resource.id.namespace;
  for (const { text } of view.hosts) {
    const own = text ? serviceHost(text, namespace) : undefined;
    if (own && !routedElsewhere(subject, own.name, own.namespace, view)) return `its host ${text} is a name of the mesh`;
  }
  for (const { host, use } of view.destinations) {
    const target = serviceHost(host, namespace);
    if (!target || use === 'mirror' || !splits(view) || routedElsewhere(subject, target.name, target.namespace, view)) continue;
    if (isCalledInMesh(subject, target.name, target.namespace)) return `a workload of the files calls ${host}`;
  }
  return undefined;
}

/** Only rules that decide between versions matter: without subsets or weights, the Service alone gives the same answer. */
const splits = (view: VirtualServiceView): boolean =>
  view.destinations.some(({ subset }) => subset !== undefined) || view.http.some(({ routes }) => routes.length > 1);

function routedElsewhere(subject: Subject, name: string, namespace: string, except: VirtualServiceView): boolean {
  const routed = subject.once('hosts routed in the mesh', () => {
    const views = new Map<string, VirtualServiceView[]>();
    for (const view of subject.virtualServices) {
      for (const { text } of view.onMesh ? view.hosts : []) append(views, hostKey(text ?? '', view.resource.id.namespace), view);
    }
    return views;
  });
  return (routed.get(hostKey(name, namespace)) ?? []).some((view) => view !== except);
}

function canaryCallers({ apex, analysis, resource, service }: CanaryView, subject: Subject): string | undefined {
  const { namespace } = resource.id;
  const own = service.at('hosts').texts.find((host) => serviceHost(host, namespace)?.name === apex);
  if (own) return `its host ${own} is a name of the mesh`;
  const hook = analysis.at('webhooks').items.find((each) => mentions(hostsCalledBy(each.at('metadata').value), apex, namespace));
  if (hook) return `its webhook "${hook.at('name').text}" calls ${apex} inside the mesh`;
  return isCalledInMesh(subject, apex, namespace) ? `a workload of the files calls ${apex}` : undefined;
}
