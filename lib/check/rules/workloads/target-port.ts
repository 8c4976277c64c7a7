import { describeId } from '../../../manifest/manifest';
import type { Field } from '../../field';
import type { Resource } from '../../resource';
import type { Reporter, Rule } from '../../rule';
import { containerPorts, type WorkloadView } from '../../views/workload';

export const targetPort: Rule = {
  code: 'PD0203',
  severity: 'error',
  title: 'A Service leads to a port that no container has',
  why: 'Nothing listens on the port: connections are refused. A port by name that no container has yields no endpoint at all.',
  fix: 'Write the targetPort as a container states it.',
  links: [
    'https://kubernetes.io/docs/concepts/services-networking/service/#defining-a-service',
    'https://kiali.io/docs/features/validations/',
  ],
  check(subject, report) {
    for (const service of subject.services) {
      if (!service.selecting) continue;
      const workloads = subject.workloadsSelectedBy(service.selector, service.resource.id.namespace);
      for (const { field, targetPort: target, number } of service.ports) {
        const place = field.at('targetPort').present ? field.at('targetPort') : field.at('port');
        checkTarget(service.resource, place, target ?? number, workloads, report);
      }
    }
    for (const canary of subject.canaries) {
      const target = canary.targetKind && subject.find(canary.targetKind, canary.resource.id.namespace, canary.targetName);
      const workload = target && subject.workloadOf(target);
      const field = canary.service.at('targetPort').present ? canary.service.at('targetPort') : canary.service.at('port');
      const value = field.value;
      if (workload && (typeof value === 'string' || typeof value === 'number'))
        checkTarget(canary.resource, field, value, [workload], report);
    }
  },
};

/** Ports of Istio's sidecar, which no manifest states. */
const isSidecarPort = (port: string | number): boolean => typeof port === 'number' && port >= 15000 && port <= 15090;

/** The pods of a gateway open whatever ports Gateways tell them to, and state none of them. */
const isGateway = ({ template, containers }: WorkloadView): boolean =>
  /\bgateway\b/.test(template.at('metadata', 'annotations', 'inject.istio.io/templates').text ?? '') ||
  containers.some((container) => container.at('args').texts.includes('router'));

function checkTarget(
  resource: Resource,
  field: Field,
  target: string | number | undefined,
  workloads: readonly WorkloadView[],
  report: Reporter,
): void {
  const stating = workloads.filter((workload) => containerPorts(workload).length > 0 && !isGateway(workload));
  if (target === undefined || stating.length === 0) return;
  const wanted = typeof target === 'string' && /^[0-9]+$/.test(target) ? Number(target) : target;
  const lacking = stating.filter((workload) => !containerPorts(workload).some(({ name, number }) => name === wanted || number === wanted));
  if (lacking.length === 0 || isSidecarPort(wanted)) return;
  const ports = containerPorts(lacking[0]).map(({ name, number }) => (name ? `${number} (${name})` : `${number}`));
  const effect =
    typeof wanted === 'string'
      ? 'the Service has no endpoint there'
      : 'connections are refused unless the container listens there without saying so';
  report(
    resource,
    field,
    `The port ${JSON.stringify(target)} is not among those of ${describeId(lacking[0].resource.id)}, which has ${ports.join(', ')}: ${effect}.`,
    {
      severity: typeof wanted === 'string' ? 'error' : 'warning',
    },
  );
}
