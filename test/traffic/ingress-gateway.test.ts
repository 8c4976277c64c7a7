import { ExternalHost, GatewayServer, GatewayTlsMode, IngressGateway } from 'cdk8s-progressive';
import { objectOf, problemsOf, text, yaml } from '../support/chart';

test('ports, hosts and TLS', () => {
  const gateway = objectOf('Gateway', (chart) => {
    new IngressGateway(chart, 'shop', {
      servers: [
        GatewayServer.http(['shop.example.com'], { httpsRedirect: true }),
        GatewayServer.https(['shop.example.com'], { credentialName: 'shop-cert', minProtocolVersion: 'TLSV1_3' }),
        GatewayServer.https(['*.local'], { port: 15443, mode: GatewayTlsMode.AUTO_PASSTHROUGH }),
        GatewayServer.tcp(['*'], 31400),
      ],
    });
  });
  expect(yaml(gateway)).toBe(
    text(`
      apiVersion: networking.istio.io/v1
      kind: Gateway
      metadata:
        name: shop
        namespace: shop
      spec:
        selector:
          istio: ingressgateway
        servers:
          - port:
              number: 80
              name: http-80
              protocol: HTTP
            hosts:
              - shop.example.com
            tls:
              httpsRedirect: true
          - port:
              number: 443
              name: https-443
              protocol: HTTPS
            hosts:
              - shop.example.com
            tls:
              mode: SIMPLE
              credentialName: shop-cert
              minProtocolVersion: TLSV1_3
          - port:
              number: 15443
              name: tls-15443
              protocol: TLS
            hosts:
              - "*.local"
            tls:
              mode: AUTO_PASSTHROUGH
          - port:
              number: 31400
              name: tcp-31400
              protocol: TCP
            hosts:
              - "*"
      `),
  );
});

test('what Istio would refuse', () => {
  const problems = problemsOf((chart) => {
    new IngressGateway(chart, 'shop', {
      servers: [
        GatewayServer.http(['Shop.example.com', 'a_b']),
        GatewayServer.http(['shop.example.com'], { name: 'second' }),
        GatewayServer.https([], { port: 0, name: 'second' }),
      ],
    });
    new IngressGateway(chart, 'Empty', { servers: [] });
  });
  expect(problems).toEqual([
    "shop/shop: Gateway shop: spec.servers[0].hosts 'a_b' is no host: labels of letters, digits and '-', joined by dots, with at most one '*.' in front; no scheme, port or path.",
    "shop/shop: Gateway shop: spec.servers[1].hosts 'shop.example.com' is served by spec.servers[0] on port 80 already; keep one of them.",
    'shop/shop: Gateway shop: spec.servers[2].port.number 0 is no port: a whole number from 1 to 65535.',
    "shop/shop: Gateway shop: spec.servers[2].hosts is empty; state the hosts, or '*' for all.",
    'shop/shop: Gateway shop: spec.servers[2].tls has mode SIMPLE and no credentialName; name the Secret that holds certificate and key.',
    "shop/shop: Gateway shop: two servers have the port name 'second'; give one of them another name.",
    "shop/Empty: Gateway Empty: metadata.name is no name of an object: at most 253 lower-case letters, digits, '-' and '.', with a letter or digit at both ends.",
    'shop/Empty: Gateway Empty: spec.servers is empty; state GatewayServer.http([...]) or GatewayServer.https([...]).',
  ]);
});

test('a host outside of the mesh', () => {
  expect(yaml(objectOf('ServiceEntry', (chart) => new ExternalHost(chart, 'payments', { hosts: ['api.payments.example.com'] })))).toBe(
    text(`
      apiVersion: networking.istio.io/v1
      kind: ServiceEntry
      metadata:
        name: payments
        namespace: shop
      spec:
        hosts:
          - api.payments.example.com
        location: MESH_EXTERNAL
        resolution: DNS
        ports:
          - number: 443
            name: tls-443
            protocol: TLS
      `),
  );
});

test('a host that the mesh cannot know', () => {
  expect(problemsOf((chart) => new ExternalHost(chart, 'Payments', { hosts: ['*.example.com'], port: 0, protocol: 'tls' }))).toEqual([
    "shop/Payments: ServiceEntry Payments: metadata.name is no name of an object: at most 253 lower-case letters, digits, '-' and '.', with a letter or digit at both ends.",
    'shop/Payments: ServiceEntry Payments: port 0 is no port: a whole number from 1 to 65535.',
    "shop/Payments: ServiceEntry Payments: protocol 'tls' is none of HTTP, HTTPS, HTTP2, GRPC, TLS, TCP, MONGO.",
    "shop/Payments: ServiceEntry Payments: the host '*.example.com' is a wildcard, which cannot be resolved by DNS; state the hosts one by one.",
  ]);
});
