import type { Measurement } from '../target';
import { checkMemory } from './check-memory';
import { checkText } from './check-text';
import { environments } from './environments';
import { growth } from './growth';
import { outputs } from './outputs';
import { plainYaml } from './plain-yaml';
import { requests } from './requests';
import { rollouts } from './rollouts';
import { smallApp } from './small-app';
import { smallFolder } from './small-folder';
import { unchanged } from './unchanged';

/** All that is measured, in the order of the table. */
export const MEASUREMENTS: readonly Measurement[] = [
  plainYaml,
  growth,
  unchanged,
  smallApp,
  outputs,
  environments,
  checkMemory,
  checkText,
  smallFolder,
  requests,
  rollouts,
];
