import { createHash } from 'node:crypto';
import type { ConfigMap } from 'cdk8s-plus-27';
import type { Tree, TreeObject } from '../manifest/tree';
import type { Expression } from '../parameters/expression';
import { TextExpression } from '../parameters/text';
import { splitTokens } from '../parameters/token';
import type { ConfigFiles } from './config-files';
import { textsTree } from './env';
import { serviceLabels } from './labels';
import type { Microservice } from './microservice';
import type { ServiceVersion } from './version';
import type { MountedVolume } from './volumes';

/**
 * Content that all versions share has one ConfigMap; what a version states itself has one of its own, so that the old version keeps the
 * old.
 */
function configMapName(version: ServiceVersion, name: string): string {
  const { service, props } = version;
  return service.defaults.config?.[name] === props.config?.[name] ? `${service.name}-${name}` : `${version.workloadName}-${name}`;
}

/** The ConfigMaps of a service and its versions. */
export function addConfigMaps(service: Microservice): void {
  const made = new Set<string>();
  for (const version of service.versions) {
    for (const [id, config] of Object.entries(version.props.config ?? {})) {
      const name = configMapName(version, id);
      if (made.has(name)) continue;
      made.add(name);
      service.addObject(`config-map-${name.slice(service.name.length + 1)}`, {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        name,
        labels: serviceLabels(service),
        fields: { data: textsTree(config.data) },
      });
    }
  }
}

/** The volumes of the ConfigMaps that are files. */
export function configVolumes(version: ServiceVersion): MountedVolume[] {
  return Object.entries(version.props.config ?? {}).flatMap(([id, { mountPath }]) =>
    mountPath === undefined
      ? []
      : [
          {
            volume: { name: `config-${id}`, configMap: { name: configMapName(version, id) } },
            mount: { name: `config-${id}`, mountPath, readOnly: true },
          },
        ],
  );
}

/** The ConfigMaps that are variables. */
export function configEnvFrom(version: ServiceVersion): TreeObject[] {
  return Object.entries(version.props.config ?? {}).flatMap(([id, { asEnv }]) =>
    asEnv ? [{ configMapRef: { name: configMapName(version, id) } }] : [],
  );
}

/** Annotations that change with the content of ConfigMaps, so that the pods are replaced. */
export function configChecksums(version: ServiceVersion): TreeObject {
  const { config = {}, restartOn = [] } = version.props;
  const rolling = Object.entries(config).filter(([, { live }]) => !live);
  const own = rolling.map(([id, { data }]: [string, ConfigFiles]) => [`checksum/${id}`, checksum(data)] as const);
  const others = restartOn.map((map: ConfigMap) => [`checksum/${map.name}`, checksum({ ...map.data, ...map.binaryData })] as const);
  return Object.fromEntries([...own, ...others]);
}

/** A hash of what is written, followed by the parameters in it: it differs whenever the content does, in every environment. */
function checksum(data: { readonly [key: string]: string }): Tree {
  const parameters: Expression[] = [];
  const written = Object.entries(data).map(([key, text]) => [
    key,
    ...splitTokens(text).map((part) => (typeof part === 'string' ? part : [parameters.push(part)])),
  ]);
  const hash = createHash('sha256').update(JSON.stringify(written)).digest('hex').slice(0, 16);
  return parameters.length === 0 ? hash : new TextExpression([hash, ...parameters.flatMap((parameter) => ['-', parameter])]);
}
