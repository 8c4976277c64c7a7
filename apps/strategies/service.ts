import type { Chart } from 'cdk8s';
import { HttpHealth, type IRelease, Microservice, type ServiceVersion } from 'cdk8s-progressive';

/** The same service for every strategy: two versions, two pods each. */
export function addReviews(chart: Chart, release: (v1: ServiceVersion, v2: ServiceVersion) => IRelease): Microservice {
  const service = new Microservice(chart, 'reviews', { defaults: { health: HttpHealth.at('/healthz'), replicas: 2 } });
  const v1 = service.addVersion('v1', { image: 'shop/reviews:1.0.0' });
  const v2 = service.addVersion('v2', { image: 'shop/reviews:2.0.0' });
  service.release(release(v1, v2));
  return service;
}
