import type { Duration } from 'cdk8s';
import type { Tree, TreeObject } from '../../manifest/tree';
import type { Condition } from '../../parameters/condition';
import type { NumberParameter } from '../../parameters/parameter';
import { serviceLabels } from '../../service/labels';
import type { Microservice } from '../../service/microservice';
import { podTemplate } from '../../service/pod-template';
import type { ServiceVersion } from '../../service/version';

/** What Knative scales by. Becomes the annotation `autoscaling.knative.dev/metric`. */
export enum KnativeScalingMetric {
  /** Requests under way at a time. */
  CONCURRENCY = 'concurrency',
  /** Requests per second. */
  REQUESTS_PER_SECOND = 'rps',
  /** CPU, by a HorizontalPodAutoscaler; does not scale to zero. */
  CPU = 'cpu',
  /** Memory, by a HorizontalPodAutoscaler; does not scale to zero. */
  MEMORY = 'memory',
}

/** How many pods a revision has. See https://knative.dev/docs/serving/autoscaling/ */
export interface KnativeScaling {
  /** Becomes `autoscaling.knative.dev/min-scale`. 0: no pods without requests. Default: Knative's, 0. */
  readonly minScale?: number | NumberParameter;
  /** Becomes `autoscaling.knative.dev/max-scale`. Default: Knative's, no limit. */
  readonly maxScale?: number | NumberParameter;
  /** Pods that a new revision begins with. Becomes `autoscaling.knative.dev/initial-scale`. Default: Knative's, 1. */
  readonly initialScale?: number;
  /** Becomes `autoscaling.knative.dev/metric`. Default: concurrency. */
  readonly metric?: KnativeScalingMetric;
  /** How much of the metric each pod takes. Becomes `autoscaling.knative.dev/target`. Default: Knative's, 100 at a time. */
  readonly target?: number | NumberParameter;
  /** The time that is averaged over, 6 seconds to 1 hour. Becomes `autoscaling.knative.dev/window`. Default: Knative's, 1 minute. */
  readonly window?: Duration;
  /** How long the last pod stays without requests. Becomes `autoscaling.knative.dev/scale-to-zero-pod-retention-period`. Default: Knative's, 0. */
  readonly retention?: Duration;
  /** How long fewer requests must last before pods go. Becomes `autoscaling.knative.dev/scale-down-delay`. Default: Knative's, 0. */
  readonly scaleDownDelay?: Duration;
  /** Requests that a pod takes at a time, as a hard limit. Becomes `containerConcurrency`. Default: no limit. */
  readonly containerConcurrency?: number;
}

export interface KnativeServiceProps {
  readonly version: ServiceVersion;
  readonly when?: Condition;
  readonly idSuffix: string;
  readonly autoscaling: KnativeScaling;
  /** Default: Knative makes up a name for each change. */
  readonly revision?: string;
  readonly timeoutSeconds?: number;
  /** Default: all to the newest revision; left out where a controller owns it. */
  readonly traffic?: readonly TreeObject[];
}

/** The Knative Service of one version. See https://knative.dev/docs/serving/reference/serving-api/ */
export function addKnativeService(service: Microservice, props: KnativeServiceProps): void {
  const { version, when, idSuffix, revision, timeoutSeconds, traffic, autoscaling } = props;
  const [, ...further] = service._ports;
  if (further.length > 0)
    service.addProblem(
      `Knative serves one port, and the service states ${further.length + 1}; leave out ${further.map(({ name }) => name).join(', ')}, or release without Knative.`,
    );
  const template = podTemplate(version);
  const { labels, annotations } = template.metadata as TreeObject;
  const scaling = scalingAnnotations(autoscaling);
  service.addObject(`knative-service${idSuffix}`, {
    apiVersion: 'serving.knative.dev/v1',
    kind: 'Service',
    name: service.name,
    labels: serviceLabels(service),
    when,
    fields: {
      spec: {
        template: {
          metadata: {
            name: revision,
            labels,
            annotations:
              annotations || Object.keys(scaling).length > 0 ? { ...(annotations as TreeObject | undefined), ...scaling } : undefined,
          },
          spec: { containerConcurrency: autoscaling.containerConcurrency, timeoutSeconds, ...podSpec(template.spec as TreeObject) },
        },
        traffic: traffic as Tree | undefined,
      },
    },
  });
}

function scalingAnnotations(scaling: KnativeScaling): TreeObject {
  const { minScale, maxScale, initialScale, metric, target, window, retention, scaleDownDelay } = scaling;
  const byPods = metric === KnativeScalingMetric.CPU || metric === KnativeScalingMetric.MEMORY;
  const all: { [name: string]: unknown } = {
    class: byPods ? 'hpa.autoscaling.knative.dev' : undefined,
    'min-scale': minScale,
    'max-scale': maxScale,
    'initial-scale': initialScale,
    metric,
    target,
    window: window && `${window.toSeconds()}s`,
    'scale-to-zero-pod-retention-period': retention && `${retention.toSeconds()}s`,
    'scale-down-delay': scaleDownDelay && `${scaleDownDelay.toSeconds()}s`,
  };
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[`autoscaling.knative.dev/${name}`, String(value)]])),
  );
}

/** The pod as Knative's webhook takes it without its feature flags: placing, pod-wide security and named ports are not among what it allows. */
function podSpec(spec: TreeObject): TreeObject {
  const { serviceAccountName, automountServiceAccountToken, imagePullSecrets, containers, volumes } = spec;
  const wide = spec.securityContext as TreeObject | undefined;
  return {
    serviceAccountName,
    automountServiceAccountToken,
    imagePullSecrets,
    containers: (containers as TreeObject[]).map((container) => knativeContainer(container, wide)),
    volumes,
  };
}

function knativeContainer(container: TreeObject, wide: TreeObject | undefined): TreeObject {
  const { ports, lifecycle: _, ...rest } = container;
  const [main] = (ports ?? []) as TreeObject[];
  const { runAsNonRoot, runAsUser, runAsGroup, seccompProfile } = wide ?? {};
  return {
    ...rest,
    ports: main && [{ containerPort: main.containerPort }],
    startupProbe: unnamedPort(rest.startupProbe),
    livenessProbe: unnamedPort(rest.livenessProbe),
    readinessProbe: unnamedPort(rest.readinessProbe),
    securityContext: { runAsNonRoot, runAsUser, runAsGroup, seccompProfile, ...(rest.securityContext as TreeObject | undefined) },
  };
}

/** A probe without a port: Knative asks the one container port. */
function unnamedPort(probe: Tree | undefined): Tree | undefined {
  if (probe === undefined) return undefined;
  const { httpGet, tcpSocket, ...rest } = probe as TreeObject;
  if (httpGet) return { httpGet: { ...(httpGet as TreeObject), port: undefined }, ...rest };
  return tcpSocket ? { tcpSocket: { ...(tcpSocket as TreeObject), port: undefined }, ...rest } : probe;
}
