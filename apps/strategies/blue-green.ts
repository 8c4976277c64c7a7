import { BlueGreen, type ServiceVersion } from 'cdk8s-progressive';

/** A Service selects one of two versions. */
export const release = (active: ServiceVersion, preview: ServiceVersion) => new BlueGreen({ active, preview });
