import { App, Chart } from 'cdk8s';
import { Microservice, type MicroserviceProps, type VersionOptions } from 'cdk8s-progressive';
import { manifestsOf, SynthesisError } from '../../lib/manifest/manifests-of';
import { resolve } from '../../lib/manifest/resolve';
import type { SourcedManifest } from '../../lib/model/sourced';
import { emitYaml } from '../../lib/output/emit';

export type Build = (chart: Chart) => void;

/** The objects that constructs in a chart `shop` in the namespace `shop` make, with parameters at their defaults unless values are given. */
export function objectsOf(build: Build, values: { [parameter: string]: unknown } = {}): SourcedManifest[] {
  const chart = new Chart(new App(), 'shop', { namespace: 'shop' });
  build(chart);
  return resolve(manifestsOf(chart.node.root), { values: new Map(Object.entries(values)) });
}

/** The one object of a kind, or the one of that name. */
export function objectOf(kind: string, build: Build, name?: string): Record<string, unknown> {
  const found = objectsOf(build).filter(
    ({ manifest }) => manifest.kind === kind && (name ?? manifest.metadata.name) === manifest.metadata.name,
  );
  if (found.length !== 1) throw new Error(`${found.length} objects are of kind ${kind}${name ? ` and name ${name}` : ''}`);
  return found[0].manifest;
}

/** Any data as YAML, with a line break in front, so that it can be held against a template literal. */
export function yaml(data: unknown): string {
  return `\n${emitYaml(data)}`;
}

/** What stands at a path inside of data. */
export function at(data: unknown, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>((value, step) => (value as Record<string | number, unknown>)[step], data);
}

/** All problems of an app, or none. */
export function problemsOf(build: Build): readonly string[] {
  try {
    objectsOf(build);
    return [];
  } catch (error) {
    if (error instanceof SynthesisError) return error.problems;
    throw error;
  }
}

/** A chart with the service `reviews` and one version `v1`. */
export function withVersion(options: VersionOptions, props: MicroserviceProps = {}): Build {
  return (chart) => {
    new Microservice(chart, 'reviews', props).addVersion('v1', { image: 'shop/reviews:1.0.0', ...options });
  };
}

/** The pod template of that version, and in it the program's container. */
export const templateOf = (build: Build) => at(objectOf('Deployment', build), 'spec', 'template');
export const podOf = (options: VersionOptions, props?: MicroserviceProps) => at(templateOf(withVersion(options, props)), 'spec');
export const containerOf = (options: VersionOptions, props?: MicroserviceProps) => at(podOf(options, props), 'containers', 0);

/** A template literal without the indentation of its lines. */
export function text(written: string): string {
  const indent = /^\n( *)/.exec(written)?.[1] ?? '';
  return written.replaceAll(`\n${indent}`, '\n').replace(/\n *$/, '\n');
}
