import { RollingUpdate } from 'cdk8s-progressive';

/** A few pods at a time. */
export const release = () => new RollingUpdate({ maxSurge: 1, maxUnavailable: 0 });
