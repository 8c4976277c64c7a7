import { Match, Parameter, Route, type ServiceVersion, WeightedRelease } from 'cdk8s-progressive';

/** The same by an HTTPRoute. */
export const release = (v1: ServiceVersion, v2: ServiceVersion) =>
  WeightedRelease.onGatewayApi({
    gateway: { name: 'public', namespace: 'gateways' },
    hosts: ['reviews.example.com'],
    routes: [
      Route.when(Match.header('x-group').exact('test')).to(v2),
      Route.split(v1.rest(), v2.weight(Parameter.percent('reviews.v2.weight', { defaultValue: 10 }))),
    ],
  });
