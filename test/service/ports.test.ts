import { Microservice, PortProtocol, RollingUpdate } from 'cdk8s-progressive';
import { at, containerOf, objectOf, objectsOf, podOf, problemsOf, text, withVersion, yaml } from '../support/chart';

const ports = [
  { port: 80, containerPort: 9080 },
  { name: 'grpc-api', port: 9000, protocol: PortProtocol.GRPC },
  { name: 'dns', port: 53, protocol: PortProtocol.UDP },
];

test('several ports, with names and protocols that Istio understands', () => {
  expect(yaml(at(objectOf('Service', withVersion({}, { ports })), 'spec', 'ports'))).toBe(
    text(`
      - name: http
        port: 80
        targetPort: http
        protocol: TCP
        appProtocol: http
      - name: grpc-api
        port: 9000
        targetPort: grpc-api
        protocol: TCP
        appProtocol: grpc
      - name: dns
        port: 53
        targetPort: dns
        protocol: UDP
      `),
  );
  expect(yaml(at(containerOf({}, { ports }), 'ports'))).toBe(
    text(`
      - name: http
        containerPort: 9080
        protocol: TCP
      - name: grpc-api
        containerPort: 9000
        protocol: TCP
      - name: dns
        containerPort: 53
        protocol: UDP
      `),
  );
});

test('the one port may speak something else', () => {
  const build = withVersion({}, { port: 6379, containerPort: 6379, protocol: PortProtocol.REDIS });
  expect(at(objectOf('Service', build), 'spec', 'ports')).toEqual([
    { name: 'redis', port: 6379, targetPort: 'redis', protocol: 'TCP', appProtocol: 'redis' },
  ]);
});

test('a worker without ports has no Service', () => {
  expect(objectsOf(withVersion({}, { ports: [] })).map(({ manifest }) => manifest.kind)).toEqual(['Deployment']);
  expect(containerOf({}, { ports: [] })).not.toHaveProperty('ports');
});

test('headless', () => {
  expect(at(objectOf('Service', withVersion({}, { headless: true })), 'spec', 'clusterIP')).toBe('None');
  expect(podOf({}, { headless: true })).toEqual(podOf({}));
});

test('ports that Kubernetes or Istio would refuse', () => {
  expect(
    problemsOf(
      withVersion(
        {},
        {
          ports: [
            { name: 'Metrics', port: 0 },
            { name: 'tcp-api', port: 8080, protocol: PortProtocol.HTTP },
            { name: 'tcp-api', port: 8080, containerPort: 70000, protocol: PortProtocol.TCP },
          ],
        },
      ),
    ),
  ).toEqual([
    "shop/reviews: port 'Metrics': port 0 is no port: a whole number from 1 to 65535.",
    "shop/reviews: port 'Metrics': containerPort 0 is no port: a whole number from 1 to 65535.",
    "shop/reviews: port 'Metrics': the name is no port name: at most 15 lower-case letters, digits and single '-', with at least one letter.",
    "shop/reviews: port 'tcp-api': the name says tcp, the protocol says http; state protocol: PortProtocol.TCP, or another name.",
    "shop/reviews: port 'tcp-api': containerPort 70000 is no port: a whole number from 1 to 65535.",
    "shop/reviews: two ports have the name 'tcp-api'; each needs one of its own.",
    "shop/reviews: two ports have the port '8080/TCP'; each needs one of its own.",
  ]);
});

test('ports in two places', () => {
  expect(problemsOf(withVersion({}, { port: 80, ports: [] }))).toEqual([
    'shop/reviews: both ports and port, containerPort or protocol are stated; state all of them in ports.',
  ]);
});

test('what a service is known by', () => {
  objectsOf((chart) => {
    const service = new Microservice(chart, 'reviews', { ports });
    service.addVersion('v1', { image: 'shop/reviews:1.0.0' });
    service.release(new RollingUpdate());
    expect([service.port, service.containerPort, service.hasService, service.namespace]).toEqual([80, 9080, true, 'shop']);
  });
});
