import type { Manifest } from '../../lib/manifest/manifest';
import type { SourcedManifest } from '../../lib/model/sourced';
import { objectsOfService, serviceNames } from './objects';

/** The objects of all services, as synth holds them in memory. */
export function manifestsOfServices(): SourcedManifest[] {
  return serviceNames.flatMap((name) =>
    objectsOfService(name).map((object, index) => ({ manifest: object as Manifest, origin: { construct: `bench/${name}/${index}` } })),
  );
}
