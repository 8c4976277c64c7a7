import { modelOf } from '../../lib/model/model-of';
import { readManifests } from '../../lib/model/read';

function reasons(kind: string, spec: string): string[] {
  const content = `apiVersion: networking.istio.io/v1\nkind: ${kind}\nmetadata: {name: a, namespace: shop}\nspec: ${spec}\n`;
  const { istio } = modelOf(readManifests([{ file: 'a', content }]).manifests);
  const { virtualServices, destinationRules, sidecars, registry, servers } = istio;
  expect([virtualServices, destinationRules.all, sidecars, registry.hosts, servers].every((all) => all.length === 0)).toBe(
    istio.dropped.length > 0,
  );
  return istio.dropped.map(({ reason }) => reason);
}
const rule = (more: string, destination = '{host: r}') => `{hosts: [a], http: [{route: [{destination: ${destination}}], ${more}}]}`;
const match = (more: string) => rule(`match: [${more}]`);
const subset = (more: string) => `{host: r, subsets: [{name: v1, labels: {version: v1}${more}}]}`;

describe('what Istio refuses of a VirtualService', () => {
  test.each<[string, string]>([
    [rule("headers: {request: {set: {':path': /}}}"), 'the header :path cannot be changed here'],
    [rule('headers: {request: {remove: [host]}}'), 'the header host cannot be changed here'],
    [rule("headers: {response: {add: {'': x}}}"), 'a header has no name'],
    [rule('headers: {request: {set: {x: 100%}}}'), 'the value of the header x is none that Envoy takes: a percent sign is written %%'],
    [rule('rewrite: {authority: b}, headers: {request: {set: {Host: c}}}'), 'the host is set more than once'],
    [rule('', '{host: a_b}'), 'the host a_b of a destination is none'],
    [rule('', '{host: ""}'), 'a destination has no host'],
    [rule('', '{host: r, subset: v.1}'), 'v.1 is no name of a subset'],
    [rule('', '{host: r, port: {number: 70000}}'), 'there is no port 70000'],
    [rule('mirror: {host: a..b}'), 'the host a..b of a destination is none'],
    [rule('mirror: {host: r}, mirrorPercent: 150'), 'a mirror percentage is not between 0 and 100'],
    [rule('timeout: 1500us'), 'the duration 1500us is not of whole milliseconds, at least one'],
    [rule('retries: {attempts: 1, perTryTimeout: 0s}'), 'the duration 0s is not of whole milliseconds, at least one'],
    [rule('retries: {attempts: 1, retryOn: "599"}'), '"599" is no condition of retryOn'],
    [rule('corsPolicy: {maxAge: 1.5s}'), 'maxAge 1.5s is not of whole seconds'],
    [rule('corsPolicy: {allowMethods: [FETCH]}'), 'FETCH is no method that a corsPolicy takes'],
    [rule('corsPolicy: {exposeHeaders: [x y]}'), '"x y" is no name of a header'],
    [rule('fault: {abort: {grpcStatus: NOPE}}'), 'there is no gRPC status NOPE'],
    [rule('fault: {abort: {http2Error: x}}'), 'faults of the kind http2Error are not supported'],
    [match('{headers: {x y: {exact: a}}}'), 'x y is no name of a header'],
    [match("{withoutHeaders: {'': {exact: a}}}"), 'a header of a match has no name'],
    [match('{gateways: [a/b/c]}'), 'a/b/c is no name of a gateway'],
    [match('{sourceNamespace: a.b}'), 'a.b is no name of a namespace'],
    [match('{sourceLabels: {app: a b}}'), '"a b" is no value of a label'],
    [match('{port: 70000}'), 'there is no port 70000'],
    ['{hosts: [a], http: [{redirect: {uri: /, port: 70000}}]}', 'there is no port 70000'],
    [
      '{hosts: [a], http: [{match: [{uri: {exact: /}}], redirect: {prefixRewrite: /}}]}',
      'redirect.prefixRewrite needs matches of the kind prefix',
    ],
    ['{hosts: [a], exportTo: [".", "*"], http: [{redirect: {uri: /}}]}', 'exportTo is "*" or names namespaces, not both'],
    ['{hosts: [a], exportTo: [".", shop], http: [{redirect: {uri: /}}]}', 'exportTo names a namespace twice'],
    ['{hosts: [a], gateways: [a b], http: [{redirect: {uri: /}}]}', 'a b is no name of a gateway'],
    ['{hosts: ["http://a"], http: [{redirect: {uri: /}}]}', 'http://a is no host name'],
    ['{hosts: ["a.1"], http: [{redirect: {uri: /}}]}', 'a.1 is no host name'],
  ])('%s', (spec, reason) => {
    expect(reasons('VirtualService', spec)).toEqual([reason]);
  });

  test.each([
    rule("headers: {request: {set: {host: b, x: '100%%', y: '%REQ(x)%'}, add: {z: '%START_TIME%'}}}"),
    rule('timeout: 1.5s, retries: {attempts: 1, retryOn: "503,5xx"}'),
    match("{headers: {':method': {exact: GET}, '@request.auth.claims.sub': {exact: a}}, gateways: [mesh, gw.shop.svc.cluster.local]}"),
    '{hosts: [10.0.0.1, "::1", "*.b", c.], exportTo: [team], http: [{redirect: {uri: /}}]}',
  ])('not %s', (spec) => {
    expect(reasons('VirtualService', spec)).toEqual([]);
  });
});

describe('what Istio refuses of a DestinationRule', () => {
  test.each<[string, string]>([
    ['{host: "a.*"}', '"a.*" is no host name'],
    ['{host: r, subsets: [{name: ""}]}', '"" is no name of a subset'],
    ['{host: r, subsets: [{name: a}, {name: a}]}', 'two subsets have the name a'],
    ['{host: r, trafficPolicy: {}}', 'a trafficPolicy is empty'],
    ['{host: r, exportTo: ["*"], workloadSelector: {}}', 'with a workloadSelector exportTo cannot go beyond its own namespace'],
    [subset(', trafficPolicy: {outlierDetection: {maxEjectionPercent: 101}}'), 'a percentage of outlierDetection is not between 0 and 100'],
    [
      subset(', trafficPolicy: {outlierDetection: {consecutiveLocalOriginFailures: 1}}'),
      'consecutiveLocalOriginFailures needs splitExternalLocalOriginErrors',
    ],
    [subset(', trafficPolicy: {connectionPool: {}}'), 'a connectionPool is empty'],
    [subset(', trafficPolicy: {connectionPool: {http: {maxRetries: -1}}}'), 'maxRetries is negative'],
    [subset(', trafficPolicy: {connectionPool: {tcp: {maxConnections: -1}}}'), 'maxConnections is negative'],
    [subset(', trafficPolicy: {loadBalancer: {consistentHash: {httpCookie: {ttl: 0s}}}}'), 'httpCookie has no name'],
    [subset(', trafficPolicy: {tls: {mode: MUTUAL}}'), 'tls of the mode MUTUAL has no certificate or key'],
    [subset(', trafficPolicy: {portLevelSettings: [{loadBalancer: {simple: RANDOM}}]}'), 'settings of a port name no port'],
    [subset(', trafficPolicy: {portLevelSettings: [{port: {number: 80}}]}'), 'settings of a port are empty'],
  ])('%s', (spec, reason) => {
    expect(reasons('DestinationRule', spec)).toEqual([reason]);
  });

  test('not policies that say something', () => {
    const policy = '{loadBalancer: {simple: RANDOM}, tls: {mode: MUTUAL, credentialName: c}, outlierDetection: {interval: 5s}}';
    expect(reasons('DestinationRule', `{host: "*.shop", exportTo: [team, "."], trafficPolicy: ${policy}}`)).toEqual([]);
  });
});

describe('what Istio refuses of a ServiceEntry', () => {
  const entry = (more: string, ports = '[{number: 80, name: http, protocol: HTTP}]') => `{hosts: [a.com], ports: ${ports}, ${more}}`;
  test.each<[string, string]>([
    ['{hosts: ["*"], resolution: NONE}', '* is no host name'],
    ['{hosts: [a.com, a_b.com], resolution: NONE}', 'a_b.com is no host name'],
    [entry('exportTo: ["*", "."]'), 'exportTo is "*" or names namespaces, not both'],
    [entry('resolution: NONE', '[{number: 80, name: a.b, protocol: HTTP}]'), '"a.b" is no name of a port'],
    [entry('resolution: NONE', '[{number: 80, name: a, protocol: WHAT}]'), 'the protocol WHAT is not supported'],
    [entry('endpoints: [{address: 10.0.0.1, ports: {web: 80}}]'), 'an endpoint has the port web, which is none of its ports'],
  ])('%s', (spec, reason) => {
    expect(reasons('ServiceEntry', spec)).toEqual([reason]);
  });

  test('not one for nobody but its own proxies', () => {
    expect(reasons('ServiceEntry', entry('exportTo: ["~"], endpoints: [{address: 10.0.0.1, ports: {http: 80}}]'))).toEqual([]);
  });
});

describe('what Istio refuses of a Sidecar', () => {
  test.each<[string, string]>([
    ['{workloadSelector: {labels: {a: b}}}', 'it says nothing'],
    ['{egress: [{hosts: []}]}', 'an egress listener has no host'],
    ['{egress: [{hosts: ["./*"]}, {hosts: ["*/*"]}]}', 'an egress listener without a port is the last one'],
    ['{egress: [{hosts: [reviews]}]}', 'reviews is not of the form NAMESPACE/HOST'],
    ['{egress: [{hosts: [./reviews]}]}', 'reviews is a short name, which is not allowed here'],
    ['{egress: [{hosts: ["./*x.com"]}]}', '*x.com is no host name'],
    ['{egress: [{port: {number: 80, protocol: NOPE}, hosts: ["./*"]}]}', 'the protocol NOPE is not supported'],
    ['{egress: [{port: {number: 80}, hosts: ["./*"]}, {port: {number: 80}, hosts: ["./*"]}]}', 'two listeners have the port 80'],
    ['{ingress: [{port: {number: 80}, defaultEndpoint: nope}]}', 'the defaultEndpoint nope is not of the form 127.0.0.1:PORT'],
    ['{ingress: [{defaultEndpoint: ":80"}]}', 'it has no port'],
  ])('%s', (spec, reason) => {
    expect(reasons('Sidecar', spec)).toEqual([reason]);
  });

  test('not hosts of all sorts', () => {
    const hosts = '["./*", "*/*.b.com", "team/a.b.svc.cluster.local", "~/*", "~team/a.b"]';
    const ingress = '[{port: {number: 80, protocol: http}, defaultEndpoint: "127.0.0.1:8080"}]';
    expect(reasons('Sidecar', `{ingress: ${ingress}, egress: [{port: {number: 80}, hosts: ${hosts}}, {hosts: ["./*"]}]}`)).toEqual([]);
  });
});
