import { Container } from 'cdk8s-plus-27';
import { type TreeObject, treeOf } from '../manifest/tree';
import { podLabels } from './labels';
import { Resources } from './resources';
import type { ServiceVersion } from './version';

/** The port's name: Istio takes the protocol from it, probes and Services refer to it. */
export const HTTP_PORT = 'http';

/**
 * The pods of a version, hardened so that Pod Security "restricted" admits them.
 * See https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
export function podTemplate(version: ServiceVersion): TreeObject {
  return {
    metadata: { labels: podLabels(version) },
    spec: {
      automountServiceAccountToken: false,
      securityContext: {
        runAsNonRoot: true,
        runAsUser: 10001,
        runAsGroup: 10001,
        fsGroup: 10001,
        seccompProfile: { type: 'RuntimeDefault' },
      },
      containers: [container(version)],
    },
  };
}

function container(version: ServiceVersion): TreeObject {
  const { service, props } = version;
  const own = new Container({
    image: props.image,
    name: service.name,
    command: props.command,
    args: props.args,
    envVariables: props.env,
    envFrom: props.envFrom,
    volumeMounts: props.volumeMounts,
    readiness: props.readiness,
    liveness: props.liveness,
    startup: props.startup,
    portNumber: service.containerPort,
  });
  const { image, command, args, env, envFrom, volumeMounts, readinessProbe, livenessProbe, startupProbe } = treeOf(
    own._toKube(),
  ) as TreeObject;
  const health = props.health?._probes(HTTP_PORT);
  return {
    name: service.name,
    image,
    command,
    args,
    ports: [{ name: HTTP_PORT, containerPort: service.containerPort, protocol: 'TCP' }],
    env,
    envFrom,
    startupProbe: startupProbe ?? health?.startupProbe,
    livenessProbe: livenessProbe ?? health?.livenessProbe,
    readinessProbe: readinessProbe ?? health?.readinessProbe,
    resources: (props.resources ?? Resources.small())._tree(),
    securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
    volumeMounts,
  };
}
