import { at, fields, list, text } from './data';
import type { Objects } from './objects';

const DISABLED = 'flagger.app/config-tracking';

/** The ConfigMaps and Secrets that the target's pods refer to, without those that are excepted by an annotation. */
export function trackedConfigs(spec: unknown, namespace: string, objects: Objects): string[] {
  const deployment = objects.find('apps', 'Deployment', namespace, text(at(spec, 'targetRef', 'name')) ?? '');
  const pod = at(deployment, 'spec', 'template', 'spec');
  const found = new Set<string>();
  const add = (kind: string, name: unknown) => {
    if (typeof name === 'string') found.add(`${kind}/${name}`);
  };
  for (const container of [...list(at(pod, 'containers')), ...list(at(pod, 'initContainers'))]) {
    for (const source of list(at(container, 'envFrom'))) {
      add('ConfigMap', at(source, 'configMapRef', 'name'));
      add('Secret', at(source, 'secretRef', 'name'));
    }
    for (const variable of list(at(container, 'env'))) {
      add('ConfigMap', at(variable, 'valueFrom', 'configMapKeyRef', 'name'));
      add('Secret', at(variable, 'valueFrom', 'secretKeyRef', 'name'));
    }
  }
  for (const volume of list(at(pod, 'volumes'))) {
    for (const source of [volume, ...list(at(volume, 'projected', 'sources'))]) {
      add('ConfigMap', at(source, 'configMap', 'name'));
      add('Secret', at(source, 'secret', 'secretName') ?? at(source, 'secret', 'name'));
    }
  }
  return [...found].filter((id) => {
    const [kind = '', name = ''] = id.split('/');
    const object = objects.find('', kind, namespace, name);
    return fields(at(object, 'metadata', 'annotations'))?.[DISABLED] !== 'disabled';
  });
}
