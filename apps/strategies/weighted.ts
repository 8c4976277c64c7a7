import { Match, Parameter, Route, type ServiceVersion, WeightedRelease } from 'cdk8s-progressive';

/** Both versions side by side; testers by header, the rest by weight. */
export const release = (v1: ServiceVersion, v2: ServiceVersion) =>
  WeightedRelease.onIstio({
    routes: [
      Route.when(Match.header('x-group').exact('test')).to(v2),
      Route.split(v1.rest(), v2.weight(Parameter.percent('reviews.v2.weight', { defaultValue: 10 }))),
    ],
  });
