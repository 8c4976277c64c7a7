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

/** The YAML of the one object of a kind. */
export function yamlOf(kind: string, build: Build, values?: { [parameter: string]: unknown }): string {
  const found = objectsOf(build, values).filter(({ manifest }) => manifest.kind === kind);
  if (found.length !== 1) throw new Error(`${found.length} objects are of kind ${kind}`);
  return `\n${emitYaml(found[0].manifest)}`;
}

/** The YAML of one field of the one object of a kind: of a list, the first item that `path` names with a number. */
export function fieldOf(kind: string, path: readonly (string | number)[], build: Build, values?: { [parameter: string]: unknown }): string {
  const found = objectsOf(build, values).filter(({ manifest }) => manifest.kind === kind);
  if (found.length !== 1) throw new Error(`${found.length} objects are of kind ${kind}`);
  const field = path.reduce<unknown>((value, step) => (value as Record<string | number, unknown>)[step], found[0].manifest);
  return `\n${emitYaml(field)}`;
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

/** Text as in a file: without the line break at its start and the indentation of its first line. */
export function text(written: string): string {
  const lines = written.replace(/\n *$/, '\n').split('\n');
  const indent = /^ */.exec(lines[1] ?? '')?.[0].length ?? 0;
  return lines.map((line) => line.slice(Math.min(indent, line.length - line.trimStart().length))).join('\n');
}
