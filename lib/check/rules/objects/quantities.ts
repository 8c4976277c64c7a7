import { quantity } from '../../grammar/quantity';
import type { Rule } from '../../rule';

export const quantities: Rule = {
  code: 'PD0808',
  severity: 'error',
  title: 'A request or limit is no quantity, or the request exceeds the limit',
  why: 'The API server refuses the object; inside a custom resource the controller fails when it makes the pods.',
  fix: 'Write 250m or 0.25 for CPU, 512Mi or 1Gi for memory, and requests at or below limits.',
  links: ['https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/'],
  check(subject, report) {
    for (const { resource, templateOwner, podSpec } of subject.workloads) {
      if (templateOwner !== resource) continue;
      for (const container of [...podSpec.at('initContainers').items, ...podSpec.at('containers').items]) {
        const resources = container.at('resources');
        for (const part of ['requests', 'limits']) {
          for (const [name, field] of resources.at(part).entries) {
            if (quantity(field.value) === undefined && field.present)
              report(resource, field, `${JSON.stringify(field.value)} is no quantity.`, { fix: suggest(name) });
            else if (name === 'memory' && typeof field.value === 'string' && field.value.endsWith('m'))
              report(
                resource,
                field,
                `${field.value} of memory is a thousandth of a byte each: probably ${field.value.slice(0, -1)}Mi was meant.`,
                { severity: 'warning', fix: `Write ${field.value.slice(0, -1)}Mi.` },
              );
          }
        }
        for (const [name, field] of resources.at('requests').entries) {
          const limit = quantity(resources.at('limits', name).value);
          const request = quantity(field.value);
          if (limit !== undefined && request !== undefined && request > limit)
            report(
              resource,
              field,
              `The request for ${name}, ${field.value}, exceeds the limit ${resources.at('limits', name).value}: the pod is refused.`,
            );
        }
      }
    }
  },
};

const suggest = (name: string): string =>
  name === 'memory'
    ? 'Write for example 512Mi.'
    : name === 'cpu'
      ? 'Write for example 250m.'
      : 'Write a number, with a suffix where it helps.';
