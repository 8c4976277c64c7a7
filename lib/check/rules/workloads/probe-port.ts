import type { Rule } from '../../rule';

export const probePort: Rule = {
  code: 'PD0208',
  severity: 'error',
  title: 'A probe names a port that its container does not have',
  why: 'The probe fails for ever: the pod never becomes ready, or is restarted again and again, and every rollout stands still.',
  fix: 'Name a port of the container, or write its number.',
  links: ['https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#use-a-named-port'],
  check(subject, report) {
    for (const { resource, templateOwner, containers } of subject.workloads) {
      if (templateOwner !== resource || resource.id.group === 'serving.knative.dev') continue;
      for (const container of containers) {
        const names = container.at('ports').items.map((port) => port.at('name').text);
        for (const probe of ['readinessProbe', 'livenessProbe', 'startupProbe']) {
          for (const action of ['httpGet', 'tcpSocket']) {
            const port = container.at(probe, action, 'port');
            if (port.text !== undefined && !/^[0-9]+$/.test(port.text) && !names.includes(port.text)) {
              const has = names.filter((name) => name !== undefined).join(', ');
              report(
                resource,
                port,
                `The ${probe} asks at the port "${port.text}", which the container ${container.at('name').text ?? ''} does not have (${has || 'it names none'}): it always fails.`,
              );
            }
          }
        }
      }
    }
  },
};
