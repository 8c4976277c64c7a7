import { at, has, labelsAt, numberAt, textAt } from '../loose';
import type { ObjectIndex } from '../model';
import { namespaceOf } from '../objects';
import type { SourcedManifest } from '../sourced';
import { flaggerRoutes } from './flagger-routes';
import { changed, MADE_VERSION, made } from './made';

/** Labels by which Flagger ties pods to Services, in the order in which it looks for them. */
const SELECTOR_LABELS = ['app', 'name', 'app.kubernetes.io/name'];

/** What Flagger makes for every Canary, at a weight of the new version. */
export function flaggerObjects(objects: ObjectIndex, weight: number): SourcedManifest[] {
  return objects.ofKind('flagger.app', 'Canary').flatMap((canary) => objectsOf(canary, objects, weight));
}

function objectsOf(canary: SourcedManifest, objects: ObjectIndex, weight: number): SourcedManifest[] {
  const spec = at(canary.manifest, 'spec');
  const name = textAt(spec, 'targetRef', 'name') ?? '';
  const kind = textAt(spec, 'targetRef', 'kind') ?? 'Deployment';
  const target = objects.get({ group: 'apps', kind, namespace: namespaceOf(canary), name });
  if (!target) return [];
  const selector = labelsAt(target.manifest, 'spec', 'selector', 'matchLabels');
  const label = SELECTOR_LABELS.find((one) => selector[one] !== undefined);
  if (label === undefined) return [];
  const apex = textAt(spec, 'service', 'name') || name;
  const value = selector[label] as string;
  const service = (suffix: string, selected: string) =>
    made(canary, 'v1', 'Service', apex + suffix, { selector: { [label]: selected }, ports: [portOf(spec)] });
  return [
    primaryOf(canary, target, label, value),
    scaled(target, weight),
    service('', `${value}-primary`),
    service('-primary', `${value}-primary`),
    service('-canary', value),
    ...flaggerRoutes(canary, apex, weight),
  ];
}

function portOf(spec: unknown): unknown {
  const port = numberAt(spec, 'service', 'port') ?? 80;
  return {
    name: textAt(spec, 'service', 'portName') || 'http',
    appProtocol: textAt(spec, 'service', 'appProtocol'),
    port,
    targetPort: at(spec, 'service', 'targetPort') ?? port,
  };
}

/** The copy that serves what is not under test. */
function primaryOf(canary: SourcedManifest, target: SourcedManifest, label: string, value: string): SourcedManifest {
  const { kind, metadata, apiVersion } = target.manifest;
  const template = at(target.manifest, 'spec', 'template');
  const labels = { ...labelsAt(template, 'metadata', 'labels'), [label]: `${value}-primary` };
  const spec = {
    replicas: numberAt(target.manifest, 'spec', 'replicas'),
    selector: { matchLabels: { [label]: `${value}-primary` } },
    template: { metadata: { labels }, spec: at(template, 'spec') },
  };
  return made(canary, apiVersion, kind, `${metadata.name}-primary`, spec, 'primary');
}

/** The target has pods only while a release goes on. */
function scaled(target: SourcedManifest, weight: number): SourcedManifest {
  return changed(target, (manifest) => {
    const spec = at(manifest, 'spec') as object;
    const annotations = { ...labelsAt(manifest, 'metadata', 'annotations'), [MADE_VERSION]: 'canary' };
    const stopped = weight === 0 && has(manifest, 'spec') ? { ...spec, replicas: 0 } : spec;
    return { ...manifest, metadata: { ...manifest.metadata, annotations }, spec: stopped };
  });
}
