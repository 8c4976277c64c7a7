import type { NumberParameter } from '../parameters/parameter';
import { fewestPods } from './disruption-budget-objects';
import { imageProblem } from './image';
import { labelKeyProblem, labelValueProblem } from './label-problems';
import { podLabels } from './labels';
import { ownVolumes } from './pod-template';
import { healthPort } from './ports';
import { quantityProblems } from './resources';
import { securityProblems } from './security';
import type { ServiceVersion } from './version';
import type { VersionProps } from './version-props';
import { volumeProblems } from './volumes';

/** What in one version cannot work. */
export function versionProblems(version: ServiceVersion): string[] {
  const { props } = version;
  return [
    ...images(props),
    ...environment(props),
    ...liveConfig(props),
    ...labels(version),
    ...numbers(props),
    ...probes(version),
    ...quantityProblems(props.resources),
    ...securityProblems(props.security ?? {}),
    ...volumeProblems(ownVolumes(version)),
    ...configNames(props),
    ...disruption(version),
    ...containers(version),
  ];
}

function images(props: VersionProps): string[] {
  return [props, ...(props.initContainers ?? []), ...(props.sidecars ?? [])].flatMap(({ image }) => {
    const wrong = imageProblem(image);
    return wrong ? [`the image '${image}' ${wrong}`] : [];
  });
}

function environment({ env = {} }: VersionProps): string[] {
  const wrong = Object.keys(env).filter((name) => !/^[-._a-zA-Z][-._a-zA-Z0-9]*$/.test(name));
  return wrong.map((name) => `env '${name}' is no name of a variable: letters, digits, '-', '_' and '.', not starting with a digit.`);
}

function liveConfig({ config = {} }: VersionProps): string[] {
  const wrong = Object.entries(config).filter(([, { live, mountPath, asEnv }]) => live && (mountPath === undefined || asEnv));
  return wrong.map(
    ([name]) => `config '${name}' is live, but only mounted files change in a running pod; state mountPath, and leave asEnv out.`,
  );
}

function configNames({ config = {} }: VersionProps): string[] {
  return Object.entries(config).flatMap(([name, { data }]) => {
    const keys = Object.keys(data).filter((key) => !/^[-._a-zA-Z0-9]{1,253}$/.test(key));
    const wrong = keys.map((key) => `config.${name}.data '${key}' is no key of a ConfigMap: letters, digits, '-', '_' and '.'.`);
    if (/^[a-z0-9]([-a-z0-9]{0,48}[a-z0-9])?$/.test(name)) return wrong;
    return [
      `config '${name}' is no end of a name: at most 50 lower-case letters, digits and '-', with a letter or digit at both ends.`,
      ...wrong,
    ];
  });
}

function labels(version: ServiceVersion): string[] {
  const { props } = version;
  const reserved = podLabels(version);
  const problems: string[] = [];
  for (const [key, value] of Object.entries(props.labels ?? {})) {
    const [wrongKey, wrongValue] = [labelKeyProblem(key), labelValueProblem(value)];
    if (wrongKey) problems.push(`the label '${key}' ${wrongKey}`);
    if (wrongValue) problems.push(`the label ${key}: '${value}' ${wrongValue}`);
    if (key in reserved)
      problems.push(
        `the label '${key}' is the library's own, '${reserved[key]}': Services, subsets and telemetry find pods by it; use another key.`,
      );
  }
  for (const key of Object.keys(props.annotations ?? {})) {
    const wrongKey = labelKeyProblem(key);
    if (wrongKey) problems.push(`the annotation '${key}' ${wrongKey}`);
  }
  return problems;
}

function numbers({ replicas, autoscaling, terminationGracePeriod, preStop, preStopSleep }: VersionProps): string[] {
  const problems = [...count('replicas', replicas, 0)];
  if (autoscaling) {
    const { minReplicas: min, maxReplicas: max } = autoscaling;
    problems.push(...count('autoscaling.minReplicas', min, 1), ...count('autoscaling.maxReplicas', max, 1));
    problems.push(
      ...count('autoscaling.cpuPercent', autoscaling.cpuPercent, 1),
      ...count('autoscaling.memoryPercent', autoscaling.memoryPercent, 1),
    );
    if (typeof min === 'number' && typeof max === 'number' && min > max)
      problems.push(`autoscaling.minReplicas ${min} is more than maxReplicas ${max}; exchange them.`);
    if (replicas !== undefined)
      problems.push('both replicas and autoscaling are stated; the autoscaler says how many pods there are: leave replicas out.');
  }
  if (preStop && preStopSleep)
    problems.push('both preStop and preStopSleep are stated, and a container has one preStop; keep one of them.');
  const grace = terminationGracePeriod?.toSeconds() ?? 30;
  if (preStopSleep && preStopSleep.toSeconds() >= grace)
    problems.push(
      `preStopSleep of ${preStopSleep.toSeconds()} s leaves no time of the ${grace} s of terminationGracePeriod; shorten it, or lengthen terminationGracePeriod.`,
    );
  return problems;
}

/** Kubernetes counts pods and percentages in 32 bits. */
const MOST = 2 ** 31 - 1;

function count(field: string, value: number | NumberParameter | undefined, least: number): string[] {
  const number = typeof value === 'object' ? (value.min ?? value.defaultValue) : value;
  if (number === undefined || (Number.isInteger(number) && Number(number) >= least && Number(number) <= MOST)) return [];
  const what = typeof value === 'object' ? `may become ${number} by parameter '${value.name}'` : `is ${number}`;
  return [
    `${field} ${what}; allowed is a whole number from ${least} to ${MOST}${typeof value === 'object' ? `: state min: ${least}` : ''}.`,
  ];
}

function probes({ service, props }: ServiceVersion): string[] {
  if (!props.health || healthPort(service._ports)) return [];
  return ['health asks over HTTP, and the service has no HTTP port; state readiness and liveness as probes, or a port.'];
}

/** A budget that no drain can keep: every pod must stay. */
function disruption(version: ServiceVersion): string[] {
  const budget = version.props.disruptionBudget;
  if (!budget || budget._kind === 'none') return [];
  const { _kind: kind, _amount: amount } = budget;
  if (!(typeof amount === 'number' ? Number.isInteger(amount) && amount >= 0 : /^(100|[0-9]{1,2})%$/.test(amount)))
    return [`disruptionBudget.${kind} '${amount}' is neither a whole number nor a percentage such as 50%.`];
  const pods = fewestPods(version);
  const share =
    typeof amount === 'number' ? amount : pods === undefined ? undefined : Math.ceil((pods * Number.parseInt(amount, 10)) / 100);
  const blocks =
    kind === 'maxUnavailable'
      ? share === 0 || amount === '0%'
      : amount === '100%' || (pods !== undefined && share !== undefined && share >= pods);
  return blocks
    ? [
        `disruptionBudget.${kind} ${amount} lets none of ${pods ?? 'the'} pod(s) go, so that a node can never be drained; use DisruptionBudget.maxUnavailable(1), or none().`,
      ]
    : [];
}

function containers({ service, props }: ServiceVersion): string[] {
  const names = [...(props.initContainers ?? []), ...(props.sidecars ?? [])].map(({ name }) => name);
  return names.flatMap((name, index) => {
    if (name === undefined) return ['an init container or sidecar has no name; state name.'];
    const twice = name === service.name || names.indexOf(name) < index;
    return twice ? [`two containers have the name '${name}'; give one of them another.`] : [];
  });
}
