import { problems } from './problems';

const rule = (policy: string): string => `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: a }
spec: { host: a, trafficPolicy: ${policy} }
`;

test('two fields that exclude each other', () => {
  expect(problems(rule('{ loadBalancer: { simple: RANDOM } }'))).toEqual([]);
  expect(problems(rule('{ loadBalancer: { simple: RANDOM, consistentHash: { useSourceIp: true } } }'))).toEqual([
    'spec.trafficPolicy.loadBalancer: only one of simple or consistentHash can be given; simple and consistentHash are there',
  ]);
  expect(problems(rule('{ loadBalancer: { consistentHash: { useSourceIp: true, httpHeaderName: a } } }'))).toEqual([
    'spec.trafficPolicy.loadBalancer.consistentHash: only one of httpHeaderName, httpCookie, useSourceIp or httpQueryParameterName can be given; httpHeaderName and useSourceIp are there',
  ]);
});

test('a match must say how it matches once', () => {
  const service = (uri: string): string =>
    `{ apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: { name: a }, spec: { http: [{ match: [{ uri: ${uri} }] }] } }`;
  expect(problems(service('{ exact: / }'))).toEqual([]);
  expect(problems(service('{ exact: /, prefix: / }'))).toEqual([
    'spec.http[0].match[0].uri: only one of exact, prefix or regex can be given; exact and prefix are there',
  ]);
});

test('one of several must be given', () => {
  const provider = (spec: string): string =>
    `{ apiVersion: flagger.app/v1beta1, kind: AlertProvider, metadata: { name: a }, spec: ${spec} }`;
  expect(problems(provider('{ type: slack, address: "https://a" }'))).toEqual([]);
  expect(problems(provider('{ type: slack }'))).toEqual(['spec: one of address or secretRef must be given']);
});
