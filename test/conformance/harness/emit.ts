import { App, Chart } from 'cdk8s';
import { manifestsOf } from '../../../lib/manifest/manifests-of';
import { resolve } from '../../../lib/manifest/resolve';
import type { KubeObject } from './kube';

/** What the library emits for a chart, with these values of its parameters. */
export function emit(namespace: string, build: (chart: Chart) => void, values: Readonly<Record<string, unknown>> = {}): KubeObject[] {
  const app = new App();
  build(new Chart(app, namespace, { namespace }));
  const resolved = resolve(manifestsOf(app), { values: new Map(Object.entries(values)) });
  return resolved.map(({ manifest }) => JSON.parse(JSON.stringify(manifest)) as KubeObject);
}
