import { SERVICE } from '../kinds';
import type { Subject } from '../subject';

/** The Services, as `namespace/name`, whose selectors a Rollout writes. */
export function rolloutServices(subject: Subject): ReadonlySet<string> {
  return subject.once(
    'rollout services',
    () =>
      new Set(subject.rollouts.flatMap(({ resource, services }) => services.map(({ field }) => `${resource.id.namespace}/${field.text}`))),
  );
}

/** A Service that a Rollout names and that is not there while others of its namespace are: PD0407 speaks about it. */
export const missedByRollout = (subject: Subject, namespace: string, name: string): boolean =>
  rolloutServices(subject).has(`${namespace}/${name}`) && subject.inNamespace(SERVICE, namespace).length > 0;
