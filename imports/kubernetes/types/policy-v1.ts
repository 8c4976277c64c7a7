// Made by `npm run imports` from the release of kubernetes in imports/releases.json; not edited by hand.

import type { LabelSelector } from './meta-v1';

export interface PodDisruptionBudgetSpec {
  readonly maxUnavailable?: number | string;
  readonly minAvailable?: number | string;
  readonly selector?: LabelSelector;
  readonly unhealthyPodEvictionPolicy?: string;
}
