import type { TreeObject } from '../../manifest/tree';
import { restOf } from '../../parameters/rest';
import type { Route } from '../route';

/** `backendRefs[]`: the Services of the versions, with all weights or none. */
export function backendRefs({ destinations }: Route): TreeObject[] | undefined {
  if (destinations.length === 0) return undefined;
  const stated = destinations.flatMap(({ percent }) => (percent === undefined ? [] : [percent]));
  return destinations.map(({ version, percent }) => ({
    name: version.workloadName,
    port: version.service.port,
    weight: destinations.length > 1 ? (percent ?? restOf(stated)) : undefined,
  }));
}
