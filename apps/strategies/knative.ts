import { KnativeRelease, type ServiceVersion } from 'cdk8s-progressive';

/** Revisions of a Knative Service, which scale to zero. */
export const release = (v1: ServiceVersion, v2: ServiceVersion) =>
  new KnativeRelease({ split: [v1.rest(), v2.weight(10)], autoscaling: { minScale: 0, maxScale: 5 } });
