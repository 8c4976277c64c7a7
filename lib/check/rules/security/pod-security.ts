import type { Field } from '../../field';
import { DAEMON_SET, NAMESPACE } from '../../kinds';
import { labelsOf } from '../../resource';
import type { Rule } from '../../rule';
import type { WorkloadView } from '../../views/workload';

export const podSecurity: Rule = {
  code: 'PD0901',
  severity: 'warning',
  title: 'Pods ask for more than a Pod Security level allows',
  why: 'A namespace that enforces the level refuses the pods; elsewhere a break-in into the container reaches the node.',
  fix: 'Set runAsNonRoot, allowPrivilegeEscalation: false, capabilities.drop: [ALL] and seccompProfile RuntimeDefault; leave out privileged and host settings.',
  links: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  check(subject, report) {
    const enforced = new Map(
      subject.ofKind(NAMESPACE).map((namespace) => [namespace.id.name, labelsOf(namespace)['pod-security.kubernetes.io/enforce']]),
    );
    for (const workload of subject.workloads) {
      if (workload.templateOwner !== workload.resource || !workload.podSpec.present) continue;
      const level = enforced.get(workload.resource.id.namespace) ?? 'privileged';
      for (const { field, what } of baselineBreaches(workload)) {
        const refused = level === 'baseline' || level === 'restricted';
        report(
          workload.resource,
          field,
          `${what}: the level "baseline" forbids it${refused ? ', and the namespace enforces it, so no pod is made' : ''}.`,
          { severity: refused ? 'error' : serves(workload, field) ? 'warning' : 'note' },
        );
      }
      const breaches = restrictedBreaches(workload);
      if (breaches.length === 0) continue;
      const refused = level === 'restricted';
      report(
        workload.resource,
        workload.podSpec,
        `The pods are not of the level "restricted": ${breaches.join('; ')}${refused ? '. The namespace enforces it, so no pod is made' : ''}.`,
        { severity: refused ? 'error' : 'note' },
      );
    }
  },
};

/** Agents of the nodes, and what only prepares a pod (as Istio's own init container does), often need more; what serves requests does not. */
const serves = ({ resource }: WorkloadView, field: Field): boolean =>
  resource.id.kind !== DAEMON_SET.kind && !field.path.includes('initContainers');

const BASELINE_CAPABILITIES = new Set([
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
]);
const RESTRICTED_VOLUMES = new Set([
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'persistentVolumeClaim',
  'projected',
  'secret',
  'image',
]);

const containersOf = ({ podSpec }: WorkloadView): Field[] => [...podSpec.at('initContainers').items, ...podSpec.at('containers').items];

function baselineBreaches(workload: WorkloadView): { field: Field; what: string }[] {
  const { podSpec } = workload;
  const host = ['hostNetwork', 'hostPID', 'hostIPC']
    .filter((name) => podSpec.at(name).value === true)
    .map((name) => ({ field: podSpec.at(name), what: `${name} is true` }));
  const paths = podSpec
    .at('volumes')
    .items.filter((volume) => volume.at('hostPath').present)
    .map((volume) => ({ field: volume.at('hostPath'), what: `The volume ${volume.at('name').text ?? ''} is a path of the node` }));
  const own = containersOf(workload).flatMap((container) => {
    const security = container.at('securityContext');
    const name = container.at('name').text ?? '';
    const added = security
      .at('capabilities', 'add')
      .items.filter((field) => field.text !== undefined && !BASELINE_CAPABILITIES.has(field.text));
    const ports = container.at('ports').items.filter((port) => (port.at('hostPort').number ?? 0) > 0);
    return [
      ...(security.at('privileged').value === true
        ? [{ field: security.at('privileged'), what: `The container ${name} is privileged` }]
        : []),
      ...added.map((field) => ({ field, what: `The container ${name} adds the capability ${field.text}` })),
      ...ports.map((port) => ({ field: port.at('hostPort'), what: `The container ${name} takes a port of the node` })),
    ];
  });
  return [...host, ...paths, ...own];
}

function restrictedBreaches(workload: WorkloadView): string[] {
  const pod = workload.podSpec.at('securityContext');
  const containers = containersOf(workload);
  const lacking = (fulfils: (container: Field) => boolean): string =>
    containers
      .filter((container) => !fulfils(container))
      .map((container) => container.at('name').text ?? '')
      .join(', ');
  const checks: [string, string][] = [
    [
      'allowPrivilegeEscalation is not false',
      lacking((container) => container.at('securityContext', 'allowPrivilegeEscalation').value === false),
    ],
    [
      'not all capabilities are dropped',
      lacking((container) => container.at('securityContext', 'capabilities', 'drop').texts.includes('ALL')),
    ],
    [
      'runAsNonRoot is not true',
      lacking((container) => (container.at('securityContext', 'runAsNonRoot').value ?? pod.at('runAsNonRoot').value) === true),
    ],
    ['it runs as user 0', lacking((container) => (container.at('securityContext', 'runAsUser').value ?? pod.at('runAsUser').value) !== 0)],
    [
      'no seccompProfile',
      lacking((container) =>
        ['RuntimeDefault', 'Localhost'].includes(
          String(container.at('securityContext', 'seccompProfile', 'type').value ?? pod.at('seccompProfile', 'type').value),
        ),
      ),
    ],
  ];
  const volumes = workload.podSpec
    .at('volumes')
    .items.filter((volume) => volume.keys.some((key) => key !== 'name' && key !== 'hostPath' && !RESTRICTED_VOLUMES.has(key)));
  return [
    ...checks.filter(([, names]) => names !== '').map(([what, names]) => `${what} (${names})`),
    ...volumes.map((volume) => `the volume ${volume.at('name').text ?? ''} is of a kind that is not allowed`),
  ];
}
