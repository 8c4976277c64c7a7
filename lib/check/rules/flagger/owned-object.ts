import { describeId, type ObjectId } from '../../../manifest/manifest';
import {
  DESTINATION_RULE,
  type GroupKind,
  HPA,
  HTTP_ROUTE,
  INGRESS,
  KNATIVE_SERVICE,
  SCALED_OBJECT,
  SERVICE,
  VIRTUAL_SERVICE,
} from '../../kinds';
import { serviceHost } from '../../relations/hosts';
import type { Resource } from '../../resource';
import type { Reporter, Rule } from '../../rule';
import type { Subject } from '../../subject';
import { type CanaryView, writesGatewayApi, writesIstio } from '../../views/canary';

export const ownedObject: Rule = {
  code: 'PD0301',
  severity: 'error',
  title: 'The files hold an object that Flagger makes and owns',
  why: 'Flagger and whoever applies the files overwrite each other: weights jump back in the middle of a rollout, selectors and ports are lost, and requests fail.',
  fix: 'Leave the object out: the Canary says all that Flagger needs to make it.',
  links: ['https://docs.flagger.app/usage/how-it-works#canary-service', 'https://docs.flagger.app/faq'],
  check(subject, report) {
    for (const canary of subject.canaries) {
      for (const [kind, name] of ownedBy(canary)) reportOwned(kind, name, canary, subject, report);
      if (canary.targetKind === KNATIVE_SERVICE) reportTraffic(canary, subject, report);
    }
    if (subject.canaries.some(writesIstio)) for (const view of subject.virtualServices) reportSameHost(view.resource, subject, report);
  },
};

function ownedBy(canary: CanaryView): [GroupKind, string][] {
  const { apex, targetName, targetKind, resource } = canary;
  const names: [GroupKind, string][] = [];
  if (targetKind && targetKind !== SERVICE) names.push([targetKind, `${targetName}-primary`]);
  if (targetKind?.group !== 'serving.knative.dev')
    for (const suffix of ['', '-primary', '-canary']) names.push([SERVICE, `${apex}${suffix}`]);
  const autoscaler = resource.spec.at('autoscalerRef', 'name').text;
  if (autoscaler) names.push([HPA, `${autoscaler}-primary`], [SCALED_OBJECT, `${autoscaler}-primary`]);
  const ingress = resource.spec.at('ingressRef', 'name').text;
  if (ingress) names.push([INGRESS, `${ingress}-canary`]);
  if (writesIstio(canary)) names.push([VIRTUAL_SERVICE, apex], [DESTINATION_RULE, `${apex}-primary`], [DESTINATION_RULE, `${apex}-canary`]);
  if (writesGatewayApi(canary)) names.push([HTTP_ROUTE, apex]);
  return names;
}

function reportOwned(kind: GroupKind, name: string, canary: CanaryView, subject: Subject, report: Reporter): void {
  const { id } = canary.resource;
  if (kind === SERVICE && canary.targetKind === SERVICE && name === canary.targetName) return;
  const owned = subject.find(kind, id.namespace, name);
  if (owned)
    report(
      owned,
      undefined,
      `${describeId(owned.id)} is made and owned by Flagger for ${describeId(id)}: the two writers overwrite each other.`,
      exported(owned),
    );
}

/** The traffic of a Knative Service is Flagger's to write. */
function reportTraffic(canary: CanaryView, subject: Subject, report: Reporter): void {
  const { id } = canary.resource;
  const target = subject.find(KNATIVE_SERVICE, id.namespace, canary.targetName);
  if (target?.spec.at('traffic').present)
    report(
      target,
      target.spec.at('traffic'),
      `Flagger writes the traffic of ${describeId(target.id)} for ${describeId(id)}: each apply puts back what stands here.`,
      { fix: 'Leave out spec.traffic.' },
    );
}

/** An object that was read back from a cluster carries its owner; it is no statement of an author. */
function exported(resource: Resource): { severity?: 'note' } {
  const owners = resource.root.at('metadata', 'ownerReferences').items;
  return owners.some((owner) => owner.at('kind').value === 'Canary' && resource.root.at('metadata', 'uid').present)
    ? { severity: 'note' }
    : {};
}

/** Another VirtualService for the host that Flagger's own one routes in the mesh. */
function reportSameHost(resource: Resource, subject: Subject, report: Reporter): void {
  const gateways = resource.spec.at('gateways').texts;
  if (gateways.length > 0 && !gateways.includes('mesh')) return;
  for (const host of resource.spec.at('hosts').items) {
    const named = serviceHost(host.text ?? '', resource.id.namespace);
    const canary = named && canaryFor(named, subject);
    if (!canary || resource.id.name === canary.apex || canary.service.at('delegation').value === true || !onMesh(canary)) continue;
    report(
      resource,
      host,
      `Flagger writes a VirtualService for the host ${host.text} on behalf of ${describeId(canary.resource.id)}: of the two only the older has any effect in the mesh.`,
      {
        fix: "Remove this VirtualService, or set delegation in the Canary and delegate to Flagger's.",
      },
    );
  }
}

const onMesh = ({ service }: CanaryView): boolean =>
  service.at('gateways').items.length === 0 || service.at('gateways').texts.includes('mesh');

function canaryFor({ name, namespace }: Pick<ObjectId, 'name' | 'namespace'>, subject: Subject): CanaryView | undefined {
  const byApex = subject.once(
    'canaries by apex',
    () => new Map(subject.canaries.filter(writesIstio).map((canary) => [`${canary.resource.id.namespace}/${canary.apex}`, canary])),
  );
  return byApex.get(`${namespace}/${name}`);
}
