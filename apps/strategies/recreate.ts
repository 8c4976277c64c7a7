import { Recreate } from 'cdk8s-progressive';

/** All pods of the old version end before the new ones begin. */
export const release = () => new Recreate();
