import type { Field } from '../../field';
import { CERTIFICATE, GATEWAY, ISTIO_GATEWAY, REFERENCE_GRANT, SECRET } from '../../kinds';
import { gatewayNamespace } from '../../relations/gateways';
import { granted } from '../../relations/grants';
import { similarName } from '../../relations/similar';
import type { Resource } from '../../resource';
import type { Reporter, Rule } from '../../rule';
import type { Subject } from '../../subject';

export const credentialExists: Rule = {
  code: 'PD0502',
  severity: 'error',
  title: 'The certificate of a gateway is not where its proxies look for it',
  why: 'The proxies read the Secret from their own namespace. Without it the TLS handshake of every request to the host fails.',
  fix: "Put the Secret (or the Certificate that makes it) into the namespace of the gateway's pods, under the name that is used.",
  links: [
    'https://istio.io/latest/docs/reference/config/analysis/ist0101/',
    'https://istio.io/latest/docs/tasks/traffic-management/ingress/secure-ingress/',
  ],
  check(subject, report) {
    for (const resource of subject.ofKind(ISTIO_GATEWAY)) {
      const namespace = gatewayNamespace(resource, subject) ?? resource.id.namespace;
      for (const server of resource.spec.at('servers').items) {
        const name = server.at('tls', 'credentialName');
        for (const field of [name, ...server.at('tls', 'credentialNames').items])
          if (field.text && !field.text.includes('://')) checkSecret(resource, field, field.text, namespace, subject, report);
      }
    }
    for (const resource of subject.ofKind(GATEWAY)) {
      for (const listener of resource.spec.at('listeners').items) {
        for (const reference of listener.at('tls', 'certificateRefs').items) {
          const name = reference.at('name').text;
          const secret = (reference.at('kind').text ?? 'Secret') === 'Secret';
          const namespace = reference.at('namespace').text ?? resource.id.namespace;
          if (name && secret) checkSecret(resource, reference.at('name'), name, namespace, subject, report);
          if (name && secret && namespace !== resource.id.namespace) checkGrant(resource, reference, name, namespace, subject, report);
        }
      }
    }
  },
};

/** A Gateway reads a Secret of another namespace only where that namespace allows it; a namespace of which the files say nothing may do so. */
function checkGrant(resource: Resource, reference: Field, name: string, namespace: string, subject: Subject, report: Reporter): void {
  if (granted(resource, 'Secret', namespace, name, subject)) return;
  const described = [SECRET, CERTIFICATE, REFERENCE_GRANT].some((kind) => subject.inNamespace(kind, namespace).length > 0);
  report(
    resource,
    reference.at('namespace'),
    `The Secret "${name}" lies in the namespace ${namespace}, and no ReferenceGrant there admits Gateways of ${resource.id.namespace || 'this namespace'}: the TLS handshake fails.`,
    { severity: described ? 'error' : 'note', fix: `Add a ReferenceGrant in ${namespace}, or put the Secret beside the Gateway.` },
  );
}

function checkSecret(resource: Resource, field: Field, name: string, namespace: string, subject: Subject, report: Reporter): void {
  const secrets = subject.once('secrets', () => [
    ...subject
      .ofKind(SECRET)
      .map(({ id, root }) => ({ namespace: id.namespace, name: id.name, tls: root.at('type').value === 'kubernetes.io/tls' })),
    ...subject.resources
      .filter(({ id }) => id.kind === 'SealedSecret' || id.kind === 'ExternalSecret')
      .map(({ id, spec }) => ({ namespace: id.namespace, name: spec.at('target', 'name').text ?? id.name, tls: false })),
    ...subject.ofKind(CERTIFICATE).map(({ id, spec }) => ({ namespace: id.namespace, name: spec.at('secretName').text ?? '', tls: true })),
  ]);
  const same = secrets.filter((secret) => secret.name === name);
  if (
    same.some(
      (secret) =>
        secret.namespace === namespace ||
        secret.namespace === '' ||
        namespace === '' ||
        (secret.namespace === resource.id.namespace && !proxiesElsewhere(resource, subject)),
    )
  )
    return;
  if (same.length > 0) {
    report(
      resource,
      field,
      `The Secret "${name}" is in the namespace ${same[0].namespace}, and the gateway's proxies look for it in ${namespace}: the TLS handshake fails.`,
    );
    return;
  }
  const near = similarName(
    name,
    secrets.filter((secret) => secret.namespace === namespace || secret.namespace === '').map((secret) => secret.name),
  );
  if (near)
    report(resource, field, `The Secret "${name}" is not there, and one named "${near}" is: the TLS handshake fails.`, {
      fix: `Write "${near}".`,
    });
  else if (secrets.some((secret) => secret.tls && secret.namespace === namespace))
    report(
      resource,
      field,
      `The Secret "${name}" is not there, while the files hold other certificates of that namespace: the TLS handshake fails.`,
    );
  else
    report(
      resource,
      field,
      `The ${SECRET.kind} "${name}" (namespace ${namespace || 'of the gateway'}) is not among the files: without it the TLS handshake fails.`,
      { severity: 'note', fix: 'See to it that it is in the cluster before the gateway is used.' },
    );
}

const proxiesElsewhere = (resource: Resource, subject: Subject): boolean =>
  resource.id.kind === ISTIO_GATEWAY.kind &&
  gatewayNamespace(resource, subject) !== undefined &&
  gatewayNamespace(resource, subject) !== resource.id.namespace;
