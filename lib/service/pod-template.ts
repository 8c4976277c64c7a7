import type { TreeObject } from '../manifest/tree';
import { configChecksums, configEnvFrom, configVolumes } from './config-maps';
import { furtherContainer, handlerTree, probeTree, resourcesTree } from './container';
import { envFromTree, envTree, textsTree } from './env';
import { podLabels } from './labels';
import { healthPort, transport } from './ports';
import { schedulingTree } from './scheduling';
import { containerSecurity, podSecurity } from './security';
import type { ServiceVersion } from './version';
import { type MountedVolume, mountedVolume, volumesTree, writablePath } from './volumes';

/**
 * The pods of a version, hardened so that Pod Security "restricted" admits them (see `SecurityOptions`).
 * @param selector The labels by which pods that must be spread are found. Default: those of the service.
 */
export function podTemplate(
  version: ServiceVersion,
  selector: { readonly [label: string]: string } = { app: version.service.name },
): TreeObject {
  const { props } = version;
  const security = props.security ?? {};
  const account = props.serviceAccount;
  const annotations = { ...configChecksums(version), ...textsTree(props.annotations ?? {}) };
  const volumes = [
    ...ownVolumes(version),
    ...[...(props.initContainers ?? []), ...(props.sidecars ?? [])].flatMap((each) => each.volumeMounts ?? []).map(mountedVolume),
  ];
  return {
    metadata: {
      labels: { ...textsTree(props.labels ?? {}), ...podLabels(version), ...injection(props.sidecarInjection) },
      annotations: Object.keys(annotations).length > 0 ? annotations : undefined,
    },
    spec: {
      serviceAccountName: typeof account === 'object' ? account.name : account,
      automountServiceAccountToken: security.automountServiceAccountToken ?? false,
      imagePullSecrets: props.imagePullSecrets?.map((name) => ({ name })),
      securityContext: podSecurity(security),
      terminationGracePeriodSeconds: props.terminationGracePeriod?.toSeconds(),
      ...schedulingTree(props.scheduling ?? {}, selector),
      initContainers: props.initContainers?.map((each) => furtherContainer(each, security)),
      containers: [program(version), ...(props.sidecars ?? []).map((each) => furtherContainer(each, security))],
      volumes: volumesTree(volumes),
    },
  };
}

/** The volumes that the program mounts: the user's, those of ConfigMaps, and empty ones. */
export function ownVolumes(version: ServiceVersion): MountedVolume[] {
  const { volumeMounts = [], writablePaths = [] } = version.props;
  return [...volumeMounts.map(mountedVolume), ...configVolumes(version), ...writablePaths.map(writablePath)];
}

function injection(injected: boolean | undefined): TreeObject {
  return injected === undefined ? {} : { 'sidecar.istio.io/inject': String(injected) };
}

/** The container of the program itself. */
function program(version: ServiceVersion): TreeObject {
  const { service, props } = version;
  const [main] = service._ports;
  const port = main?.containerPort;
  const web = healthPort(service._ports);
  const health = web && props.health?._probes(web.name);
  const mounts = ownVolumes(version).map(({ mount }) => mount);
  const envFrom = [...(envFromTree(props.envFrom) ?? []), ...configEnvFrom(version)];
  const ports = service._ports.map(({ name, containerPort, protocol }) => ({ name, containerPort, protocol: transport(protocol) }));
  return {
    name: service.name,
    image: props.image,
    imagePullPolicy: props.imagePullPolicy,
    command: props.command,
    args: props.args,
    ports: ports.length > 0 ? ports : undefined,
    env: envTree(props.env),
    envFrom: envFrom.length > 0 ? envFrom : undefined,
    startupProbe: probeTree(props.startup, port) ?? health?.startupProbe,
    livenessProbe: probeTree(props.liveness, port) ?? health?.livenessProbe,
    readinessProbe: probeTree(props.readiness, port) ?? health?.readinessProbe,
    lifecycle: lifecycle(version, port),
    resources: resourcesTree(props.resources),
    securityContext: containerSecurity(props.security ?? {}),
    volumeMounts: mounts.length > 0 ? mounts : undefined,
  };
}

function lifecycle({ props }: ServiceVersion, port: number | undefined): TreeObject | undefined {
  if (props.preStop) return { preStop: handlerTree(props.preStop, port) };
  return props.preStopSleep && { preStop: { sleep: { seconds: props.preStopSleep.toSeconds() } } };
}
