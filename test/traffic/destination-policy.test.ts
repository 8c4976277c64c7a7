import { Duration } from 'cdk8s';
import { ClientTlsMode, type DestinationPolicy, LoadBalancing, Microservice, Parameter, Route, WeightedRelease } from 'cdk8s-progressive';
import { at, objectOf, problemsOf, text, yaml } from '../support/chart';
import { withRoutes } from './support';

const policed = (policy: DestinationPolicy) => withRoutes((v1) => ({ routes: [Route.to(v1)], policy }));

test('for the service, for a version and for a port', () => {
  const build = withRoutes((v1, v2) => ({
    routes: [Route.to(v1)],
    policy: {
      connectionPool: {
        maxConnections: Parameter.integer('connections', { defaultValue: 100 }),
        connectTimeout: Duration.millis(250),
        maxPendingRequests: 10,
        maxRequests: 20,
        maxRequestsPerConnection: 1,
        maxRetries: 3,
        idleTimeout: Duration.minutes(90),
      },
      outlierDetection: {
        consecutive5xxErrors: 3,
        interval: Duration.seconds(5),
        baseEjectionTime: Duration.minutes(1),
        maxEjectionPercent: 50,
      },
      loadBalancing: LoadBalancing.byCookie('user', { ttl: Duration.hours(1), path: '/' }),
      ports: [{ port: 80, tls: { mode: ClientTlsMode.DISABLE } }],
    },
    versionPolicies: [{ version: v2, policy: { loadBalancing: LoadBalancing.roundRobin() } }],
  }));
  expect(yaml(at(objectOf('DestinationRule', build), 'spec'))).toBe(
    text(`
      host: reviews
      trafficPolicy:
        loadBalancer:
          consistentHash:
            httpCookie:
              name: user
              path: /
              ttl: 1h
        connectionPool:
          tcp:
            maxConnections: 100
            connectTimeout: 250ms
          http:
            http1MaxPendingRequests: 10
            http2MaxRequests: 20
            maxRequestsPerConnection: 1
            maxRetries: 3
            idleTimeout: "1h30m"
        outlierDetection:
          consecutive5xxErrors: 3
          interval: 5s
          baseEjectionTime: 1m
          maxEjectionPercent: 50
        portLevelSettings:
          - port:
              number: 80
            tls:
              mode: DISABLE
      subsets:
        - name: v1
          labels:
            version: v1
        - name: v2
          labels:
            version: v2
          trafficPolicy:
            loadBalancer:
              simple: ROUND_ROBIN
      `),
  );
});

test.each([
  [LoadBalancing.leastRequest(), { simple: 'LEAST_REQUEST' }],
  [LoadBalancing.random(), { simple: 'RANDOM' }],
  [LoadBalancing.passthrough(), { simple: 'PASSTHROUGH' }],
  [LoadBalancing.byCookie('user'), { consistentHash: { httpCookie: { name: 'user', ttl: '0s' } } }],
  [LoadBalancing.byHeader('x-user'), { consistentHash: { httpHeaderName: 'x-user' } }],
  [LoadBalancing.byQueryParameter('user'), { consistentHash: { httpQueryParameterName: 'user' } }],
  [LoadBalancing.bySourceIp(), { consistentHash: { useSourceIp: true } }],
])('which pod is next: %#', (loadBalancing, expected) => {
  expect(at(objectOf('DestinationRule', policed({ loadBalancing })), 'spec', 'trafficPolicy', 'loadBalancer')).toEqual(expected);
});

test('numbers and fields that Istio would refuse', () => {
  expect(
    problemsOf(
      policed({
        connectionPool: { maxConnections: -1 },
        outlierDetection: { maxEjectionPercent: 101, interval: Duration.millis(0) },
        tls: { mode: ClientTlsMode.MUTUAL },
        ports: [{ port: 8080, tls: { mode: ClientTlsMode.ISTIO_MUTUAL, sni: 'x' } }],
      }),
    ),
  ).toEqual([
    'shop/reviews: trafficPolicy.connectionPool.maxConnections is -1; allowed is a whole number from 0 to 4294967295.',
    'shop/reviews: trafficPolicy.outlierDetection.maxEjectionPercent is 101; allowed is a whole number from 0 to 100.',
    'shop/reviews: trafficPolicy.outlierDetection.interval is 0 ms; allowed is 1 ms and more.',
    'shop/reviews: trafficPolicy.tls: mode MUTUAL needs a credentialName.',
    'shop/reviews: trafficPolicy.portLevelSettings[8080]: the service has no port 8080; it has 80.',
    'shop/reviews: trafficPolicy.portLevelSettings[8080].tls: mode ISTIO_MUTUAL takes no credentialName, caCertificates, sni or subjectAltNames; leave them out, or use SIMPLE or MUTUAL.',
  ]);
});

test('policies for versions that are not there, or twice', () => {
  const problems = problemsOf((chart) => {
    const other = new Microservice(chart, 'ratings').addVersion('v1', { image: 'shop/ratings:1.0.0' });
    const service = new Microservice(chart, 'reviews');
    const v1 = service.addVersion('v1', { image: 'shop/reviews:1.0.0' });
    const versionPolicies = [other, v1, v1].map((version) => ({ version, policy: {} }));
    service.release(WeightedRelease.onIstio({ routes: [Route.to(v1)], versionPolicies }));
  });
  expect(problems).toEqual([
    "shop/reviews: the policy of version 'v1' is for a version of shop/ratings, not of this service.",
    "shop/reviews: version 'v1' has two policies; state one.",
  ]);
});
