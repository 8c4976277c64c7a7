import { serviceHost } from '../istio/hosts';
import { at, listAt, numberAt, textAt } from '../loose';
import type { ObjectIndex } from '../model';
import { namespaceOf } from '../objects';
import type { SourcedManifest } from '../sourced';
import { made } from './made';

/** The domain that Knative gives to routes when no other is configured. */
const DOMAIN = 'example.com';
/** The gateway that Knative's own installation for Istio brings. */
const GATEWAY = { name: 'knative-ingress-gateway', namespace: 'knative-serving' };
const CONFIGURATION = 'serving.knative.dev/configuration';

/** For every Knative Service: its revisions with pods and Services, the routes that split requests between them, and Knative's gateway. */
export function knativeObjects(objects: ObjectIndex): SourcedManifest[] {
  const services = objects.ofKind('serving.knative.dev', 'Service');
  return services.flatMap((service, index) => [...objectsOf(service), ...(index === 0 ? [gateway(service)] : [])]);
}

interface Target {
  readonly revision: string;
  readonly percent: number;
  readonly tag: string | undefined;
}

function objectsOf(service: SourcedManifest): SourcedManifest[] {
  const { manifest } = service;
  const name = manifest.metadata.name;
  const latest = textAt(manifest, 'spec', 'template', 'metadata', 'name') ?? `${name}-latest`;
  const targets = targetsOf(manifest, latest);
  const revisions = [...new Set([latest, ...targets.map((target) => target.revision)])];
  return [
    ...revisions.flatMap((revision) => revisionObjects(service, revision)),
    ...route(
      service,
      name,
      targets.filter((target) => target.percent > 0),
    ),
    ...targets.flatMap((target) => (target.tag ? route(service, `${target.tag}-${name}`, [{ ...target, percent: 100 }]) : [])),
  ];
}

/** Without `traffic` everything goes to the latest revision. */
function targetsOf(manifest: unknown, latest: string): Target[] {
  const stated = listAt(manifest, 'spec', 'traffic').map((target) => ({
    revision: textAt(target, 'revisionName') ?? latest,
    percent: numberAt(target, 'percent') ?? 0,
    tag: textAt(target, 'tag'),
  }));
  return stated.length > 0 ? stated : [{ revision: latest, percent: 100, tag: undefined }];
}

function revisionObjects(service: SourcedManifest, revision: string): SourcedManifest[] {
  const container = at(service.manifest, 'spec', 'template', 'spec', 'containers', 0);
  const port = numberAt(container, 'ports', 0, 'containerPort') ?? 8080;
  const labels = { 'serving.knative.dev/revision': revision, [CONFIGURATION]: service.manifest.metadata.name };
  const pods = {
    selector: { matchLabels: labels },
    template: { metadata: { labels }, spec: { containers: [{ ports: [{ containerPort: port }] }] } },
  };
  return [
    made(service, 'apps/v1', 'Deployment', `${revision}-deployment`, pods, revision),
    made(service, 'v1', 'Service', revision, { selector: labels, ports: [{ name: 'http', port: 80, targetPort: port }] }),
  ];
}

/** A name to call, and where its requests go. */
function route(service: SourcedManifest, name: string, targets: readonly Target[]): SourcedManifest[] {
  const namespace = namespaceOf(service);
  const hosts = [serviceHost(name, namespace), `${name}.${namespace}.${DOMAIN}`];
  const destinations = targets.map(({ revision, percent }) => ({
    destination: { host: serviceHost(revision, namespace), port: { number: 80 } },
    weight: percent,
  }));
  const spec = { hosts, gateways: ['mesh', `${GATEWAY.namespace}/${GATEWAY.name}`], http: [{ route: destinations }] };
  return [
    made(service, 'v1', 'Service', name, { ports: [{ name: 'http', port: 80 }] }),
    made(service, 'networking.istio.io/v1', 'VirtualService', `${name}-ingress`, spec),
  ];
}

function gateway({ origin }: SourcedManifest): SourcedManifest {
  const servers = [{ port: { number: 80, name: 'http', protocol: 'HTTP' }, hosts: ['*'] }];
  const spec = { selector: { istio: 'ingressgateway' }, servers };
  return { manifest: { apiVersion: 'networking.istio.io/v1', kind: 'Gateway', metadata: GATEWAY, spec }, origin };
}
