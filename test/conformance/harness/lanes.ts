import type { Check } from './check';

// Checks whose names begin so come one after the other: those that Flagger's ten changes a second hold up, those that wait for other
// controllers, and those that install the same apps, on a cluster without controllers of releases. All others need no cluster.
const SHARED = [
  ['foretold', 'owned', 'released-flagger', 'released-strategies'],
  ['released-argo', 'released-deployment', 'check-agreement'],
  ['accepted-api-server', 'same-helm-live', 'schemas-agree'],
];

/** The checks in lanes that run at the same time; in a lane one check comes after the other, in the order given. */
export function lanesOf(checks: readonly Check[]): Check[][] {
  const laneOf = ({ name }: Check) => SHARED.findIndex((prefixes) => prefixes.some((prefix) => name.startsWith(prefix)));
  const lanes = [...SHARED.keys(), -1].map((lane) => checks.filter((check) => laneOf(check) === lane));
  return lanes.filter((lane) => lane.length > 0);
}
