import { type IRelease, Microservice, type MicroserviceProps, type ServiceVersion, type VersionOptions } from 'cdk8s-progressive';
import { emitYaml } from '../../lib/output/emit';
import { type Build, objectsOf } from '../support/chart';

/** A strategy for the versions v1 and v2 of a service. */
export type Strategy = (v1: ServiceVersion, v2: ServiceVersion) => IRelease;

/** A chart with the service `reviews` in two versions that are released so. Its pods are not spread, which keeps what is expected short. */
export function released(strategy: Strategy, options: VersionOptions = {}, props: MicroserviceProps = {}): Build {
  return (chart) => {
    const service = new Microservice(chart, 'reviews', { defaults: { scheduling: { spread: false } }, ...props });
    const v1 = service.addVersion('v1', { image: 'shop/reviews:1.0.0', ...options });
    const v2 = service.addVersion('v2', { image: 'shop/reviews:2.0.0', ...options });
    service.release(strategy(v1, v2));
  };
}

/** Everything that is emitted, as one YAML text with a line break in front, so that it can be held against a template literal. */
export function yamlOf(build: Build, values: { [parameter: string]: unknown } = {}): string {
  const documents = objectsOf(build, values).map(({ manifest }) => emitYaml(manifest));
  return `\n${documents.join('---\n')}`;
}
