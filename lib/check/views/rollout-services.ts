import type { Subject } from '../subject';

/** The Services, as `namespace/name`, whose selectors a Rollout writes. */
export function rolloutServices(subject: Subject): ReadonlySet<string> {
  return subject.once(
    'rollout services',
    () =>
      new Set(subject.rollouts.flatMap(({ resource, services }) => services.map(({ field }) => `${resource.id.namespace}/${field.text}`))),
  );
}
