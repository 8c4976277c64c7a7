import { isDns1035, isDnsLabel, isDnsSubdomain } from '../../grammar/labels';
import { isGenerated, type Resource } from '../../resource';
import type { Rule } from '../../rule';

export const objectNames: Rule = {
  code: 'PD0803',
  severity: 'error',
  title: 'An object has a name that Kubernetes does not take',
  why: 'The API server refuses the object.',
  fix: 'Use lower-case letters, digits and "-", beginning and ending with a letter or digit.',
  links: ['https://kubernetes.io/docs/concepts/overview/working-with-objects/names/'],
  check(subject, report) {
    for (const resource of subject.resources) {
      const problem = nameProblem(resource);
      if (problem) report(resource, resource.root.at('metadata', 'name'), problem);
      const { namespace } = resource.id;
      if (namespace !== '' && !isDnsLabel(namespace))
        report(resource, resource.root.at('metadata', 'namespace'), `"${namespace}" is no name of a namespace.`);
    }
  },
};

/** Kinds whose name becomes a host name of its own. */
const NAMED_AS_LABEL = ['/Service', 'serving.knative.dev/Service', 'serving.knative.dev/Route', 'serving.knative.dev/Configuration'];

function nameProblem({ id, root }: Resource): string | undefined {
  const name = root.at('metadata', 'name');
  if (!name.present && !root.at('metadata', 'generateName').present)
    return id.kind === 'Kustomization' ? undefined : 'The object has no name.';
  if (id.name === '' || !name.present) return undefined;
  if (id.group === 'rbac.authorization.k8s.io') return undefined;
  if (isGenerated(root)) return isDnsSubdomain(`${id.name}x`) ? undefined : `"${id.name}" is no beginning of a name.`;
  if (NAMED_AS_LABEL.includes(`${id.group}/${id.kind}`)) {
    return isDns1035(id.name)
      ? undefined
      : `"${id.name}" is no name of a Service: at most 63 lower-case letters, digits and "-", beginning with a letter.`;
  }
  if (id.kind === 'Namespace') return isDnsLabel(id.name) ? undefined : `"${id.name}" is no name of a namespace.`;
  return isDnsSubdomain(id.name) ? undefined : `"${id.name}" is no name of an object: lower-case letters, digits, "-" and "." are allowed.`;
}
