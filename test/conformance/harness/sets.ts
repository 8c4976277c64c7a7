import { join } from 'node:path';
import type { KubeObject } from './kube';
import { readObjects } from './yaml';

/** A set of `sets/released`, by its file's name. */
export const readSet = (name: string): KubeObject[] => readObjects(join(__dirname, '..', 'sets', 'released', `${name}.yaml`));
