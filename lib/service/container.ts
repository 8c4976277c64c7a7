import type { Container, ContainerProps, ContainerResources, Handler, Probe } from 'cdk8s-plus-27';
import type { TreeObject } from '../manifest/tree';
import { envFromTree, envTree } from './env';
import { Resources } from './resources';
import { containerSecurity, type SecurityOptions } from './security';
import { kubeFields, mountedVolume } from './volumes';

/** cdk8s-plus asks a probe's container for its port, and for nothing else. */
function asContainer(portNumber: number | undefined): Container {
  return { portNumber } as Container;
}

export function probeTree(probe: Probe | undefined, port: number | undefined): TreeObject | undefined {
  return probe && (kubeFields(probe._toKube(asContainer(port))) as TreeObject);
}

export function handlerTree(handler: Handler | undefined, port: number | undefined): TreeObject | undefined {
  return handler && (kubeFields(handler._toKube(asContainer(port))) as TreeObject);
}

export function resourcesTree(resources: Resources | ContainerResources | undefined): TreeObject {
  if (resources === undefined) return Resources.small()._tree();
  return resources instanceof Resources ? resources._tree() : containerResources(resources);
}

function containerResources({ cpu, memory, ephemeralStorage }: ContainerResources): TreeObject {
  const part = (which: 'request' | 'limit') => ({
    cpu: cpu?.[which]?.amount,
    memory: memory?.[which] && `${memory[which].toMebibytes()}Mi`,
    'ephemeral-storage': ephemeralStorage?.[which] && `${ephemeralStorage[which].toMebibytes()}Mi`,
  });
  return { requests: part('request'), limits: part('limit') };
}

/** An init container or sidecar as cdk8s-plus states it, hardened like the program's own. */
export function furtherContainer(props: ContainerProps, security: SecurityOptions): TreeObject {
  const port = props.portNumber ?? props.port;
  const ports = [...(port === undefined ? [] : [{ number: port }]), ...(props.ports ?? [])];
  const { user, group, ensureNonRoot, readOnlyRootFilesystem, allowPrivilegeEscalation, privileged } = props.securityContext ?? {};
  const hardened = containerSecurity({ ...security, ...defined({ readOnlyRootFilesystem, allowPrivilegeEscalation }) });
  return {
    name: props.name,
    image: props.image,
    imagePullPolicy: props.imagePullPolicy,
    command: props.command,
    args: props.args,
    workingDir: props.workingDir,
    ports:
      ports.length > 0 ? ports.map(({ number, ...rest }) => ({ containerPort: number, ...(kubeFields(rest) as TreeObject) })) : undefined,
    env: envTree(props.envVariables),
    envFrom: envFromTree(props.envFrom),
    startupProbe: probeTree(props.startup, port),
    livenessProbe: probeTree(props.liveness, port),
    readinessProbe: probeTree(props.readiness, port),
    lifecycle: props.lifecycle && {
      postStart: handlerTree(props.lifecycle.postStart, port),
      preStop: handlerTree(props.lifecycle.preStop, port),
    },
    resources: resourcesTree(props.resources),
    securityContext: { ...hardened, runAsUser: user, runAsGroup: group, runAsNonRoot: ensureNonRoot, privileged },
    volumeMounts: props.volumeMounts?.map((each) => mountedVolume(each).mount),
  };
}

function defined<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
}
