import type { Check } from './check';

// Checks whose names begin so share a cluster and come one after the other: those of one line with the controllers of releases, which mostly
// wait for timers; those of the other on a cluster without them, because they install the same apps. All others need no cluster of their own.
const SHARED = [
  ['foretold', 'owned', 'released'],
  ['accepted-api-server', 'same-helm-live', 'schemas-agree'],
];

/** The checks in lanes that run at the same time; in a lane one check comes after the other, in the order given. */
export function lanesOf(checks: readonly Check[]): Check[][] {
  const laneOf = ({ name }: Check) => SHARED.findIndex((prefixes) => prefixes.some((prefix) => name.startsWith(prefix)));
  const lanes = [...SHARED.keys(), -1].map((lane) => checks.filter((check) => laneOf(check) === lane));
  return lanes.filter((lane) => lane.length > 0);
}
