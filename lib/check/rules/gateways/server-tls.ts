import type { Field } from '../../field';
import { GATEWAY, ISTIO_GATEWAY } from '../../kinds';
import type { Resource } from '../../resource';
import type { Reporter, Rule } from '../../rule';

export const serverTls: Rule = {
  code: 'PD0501',
  severity: 'error',
  title: 'A TLS server of a gateway has no certificate, or a plain one has TLS settings',
  why: 'Istio refuses the Gateway. The API server takes a Gateway API listener without tls, but the listener is never programmed: the handshake fails.',
  fix: 'Add tls with mode and credentialName (certificateRefs in the Gateway API), or use the protocol HTTP.',
  links: [
    'https://istio.io/latest/docs/reference/config/networking/gateway/#ServerTLSSettings',
    'https://gateway-api.sigs.k8s.io/guides/tls/',
  ],
  check(subject, report) {
    for (const resource of subject.ofKind(ISTIO_GATEWAY))
      for (const server of resource.spec.at('servers').items) checkServer(resource, server, report);
    for (const resource of subject.ofKind(GATEWAY))
      for (const listener of resource.spec.at('listeners').items) checkListener(resource, listener, report);
  },
};

function checkServer(resource: Resource, server: Field, report: Reporter): void {
  const protocol = server.at('port', 'protocol').text?.toUpperCase() ?? '';
  const tls = server.at('tls');
  const secure = protocol === 'HTTPS' || protocol === 'TLS';
  if (secure && !tls.present)
    report(
      resource,
      server.at('port', 'protocol'),
      `The server for port ${server.at('port', 'number').number ?? ''} is ${protocol} and has no tls: Istio refuses the Gateway.`,
    );
  if (!tls.present) return;
  if (!secure && protocol !== '') {
    const settings = tls.keys.filter((key) => key !== 'httpsRedirect' && tls.at(key).present);
    if (settings.length > 0)
      report(
        resource,
        tls.at(settings[0]),
        `The server is ${protocol} and sets tls.${settings.join(', tls.')}: only httpsRedirect means anything on a plain server.`,
        { fix: 'Use the protocol HTTPS or TLS, or remove the settings.' },
      );
    return;
  }
  const mode = tls.at('mode').text ?? 'PASSTHROUGH';
  const named = ['credentialName', 'credentialNames', 'tlsCertificates'].some((key) => tls.at(key).present && tls.at(key).value !== '');
  const files = tls.at('serverCertificate').present && tls.at('privateKey').present;
  if (tls.at('httpsRedirect').value === true)
    report(resource, tls.at('httpsRedirect'), 'httpsRedirect stands on a TLS server: it belongs on the server for HTTP.', {
      severity: 'warning',
      fix: 'Move it to the server of port 80.',
    });
  if (['SIMPLE', 'MUTUAL', 'OPTIONAL_MUTUAL'].includes(mode) && !named && !files)
    report(
      resource,
      tls,
      `The mode ${mode} needs a certificate, and there is neither credentialName nor serverCertificate with privateKey: Istio refuses the Gateway.`,
    );
  if (!tls.at('mode').present && !named && !files)
    report(
      resource,
      tls,
      'tls states neither a mode nor a certificate: the connection is passed through, and no http rule can see its requests.',
      { severity: 'warning', fix: 'Set mode: SIMPLE and credentialName.' },
    );
}

function checkListener(resource: Resource, listener: Field, report: Reporter): void {
  const protocol = listener.at('protocol').text ?? '';
  const tls = listener.at('tls');
  if ((protocol === 'HTTPS' || protocol === 'TLS') && !tls.present) {
    report(
      resource,
      listener.at('protocol'),
      `The listener "${listener.at('name').text ?? ''}" is ${protocol} and has no tls: the API server takes it, and the handshake fails.`,
      { fix: 'Add tls.certificateRefs, or mode: Passthrough for TLS routes.' },
    );
  } else if (
    (protocol === 'HTTPS' || protocol === 'TLS') &&
    tls.at('mode').text !== 'Passthrough' &&
    tls.at('certificateRefs').items.length === 0 &&
    !tls.at('options').present
  ) {
    report(
      resource,
      tls,
      `The listener "${listener.at('name').text ?? ''}" terminates TLS and names no certificate: the handshake fails.`,
      { fix: 'Add tls.certificateRefs.' },
    );
  } else if (protocol === 'HTTP' && tls.present) {
    report(resource, tls, 'The listener is HTTP and has tls: it is refused.', { fix: 'Use the protocol HTTPS, or remove tls.' });
  }
}
