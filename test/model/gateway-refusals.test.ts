import { modelOf } from '../../lib/model/model-of';
import { readManifests } from '../../lib/model/read';

function reasons(servers: string): string[] {
  const content = `apiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata: {name: gw, namespace: shop}\nspec: {selector: {istio: gateway}, servers: ${servers}}\n`;
  const { istio } = modelOf(readManifests([{ file: 'a', content }]).manifests);
  expect(istio.servers.length === 0).toBe(istio.dropped.length > 0);
  return istio.dropped.map(({ reason }) => reason);
}
const server = (port: string, rest = '') => `{port: {${port}}, hosts: ["*"]${rest}}`;

describe('what Istio refuses of a Gateway', () => {
  test.each<[string, string, string]>([
    ['no server', '[]', 'it has no server'],
    ['no host', '[{port: {number: 80, name: a, protocol: HTTP}}]', 'a server has no host'],
    ['no port name', `[${server('number: 80, protocol: HTTP')}]`, 'the port of a server has no name'],
    [
      'one name twice',
      `[${server('number: 80, name: a, protocol: HTTP')}, ${server('number: 81, name: a, protocol: HTTP')}]`,
      'two servers have the port name a',
    ],
    ['protocol', `[${server('number: 80, name: a, protocol: WEB')}]`, 'the protocol of a server is WEB'],
    ['port', `[${server('number: 70000, name: a, protocol: HTTP')}]`, 'the port of a server is 70000'],
    ['HTTPS without tls', `[${server('number: 443, name: a, protocol: HTTPS')}]`, 'a server of HTTPS has no tls'],
    [
      'HTTP with a certificate',
      `[${server('number: 80, name: a, protocol: HTTP', ', tls: {mode: SIMPLE, credentialName: c}')}]`,
      'a server of HTTP has tls',
    ],
    [
      'targetPort',
      `[${server('number: 80, targetPort: 8080, name: a, protocol: HTTP')}]`,
      'the port of a server has a targetPort, which means nothing to a Gateway',
    ],
    ['bind', `[${server('number: 80, name: a, protocol: HTTP', ', bind: nope')}]`, 'a server binds to nope, which is no address'],
    ['a short host', '[{port: {number: 80, name: a, protocol: HTTP}, hosts: [shop]}]', 'shop is a short name, which is not allowed here'],
    ['a host with a port', '[{port: {number: 80, name: a, protocol: HTTP}, hosts: ["a.com:80"]}]', 'a.com:80 is no host name'],
    ['a namespace', '[{port: {number: 80, name: a, protocol: HTTP}, hosts: ["~/a.com"]}]', '~/a.com is not of the form NAMESPACE/HOST'],
    [
      'SIMPLE alone',
      `[${server('number: 443, name: a, protocol: HTTPS', ', tls: {mode: SIMPLE}')}]`,
      'tls of the mode SIMPLE has no certificate',
    ],
    [
      'MUTUAL alone',
      `[${server('number: 443, name: a, protocol: HTTPS', ', tls: {mode: MUTUAL, privateKey: k, serverCertificate: c}')}]`,
      'tls of the mode MUTUAL has no CA',
    ],
    ['TCP with tls', `[${server('number: 80, name: a, protocol: TCP', ', tls: {mode: SIMPLE}')}]`, 'a server of TCP has tls'],
  ])('%s', (_, servers, reason) => {
    expect(reasons(servers)).toEqual([reason]);
  });

  test('not a redirect to HTTPS, nor servers with names of their own', () => {
    const redirect = server('number: 80, name: a, protocol: HTTP', ', tls: {httpsRedirect: true}');
    expect(
      reasons(`[${redirect}, ${server('number: 443, name: b, protocol: https', ', tls: {mode: SIMPLE, credentialName: c}')}]`),
    ).toEqual([]);
  });
});

test('a tls rule for a host that the VirtualService does not have is refused', () => {
  const of = (sni: string) =>
    modelOf(
      readManifests([
        {
          file: 'a',
          content: `apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: vs, namespace: shop}\nspec: {hosts: ["*.example.com"], gateways: [gw], tls: [{match: [{sniHosts: ${sni}}], route: [{destination: {host: a}}]}]}\n`,
        },
      ]).manifests,
    ).istio.dropped.map(({ reason }) => reason);
  expect(of('[a.example.com]')).toEqual([]);
  expect(of('[a.example.org]')).toEqual(['the SNI host a.example.org is none of its hosts']);
  expect(of('[]')).toEqual(['a tls match has no sniHosts']);
});
