import { listAt, textAt } from '../../../model/loose';
import type { ReleaseModel } from '../../../model/model';
import { describe } from '../answer';
import { type Limit, unmodelled } from './limit';

/** Ingresses are another way in, with rules that depend on their controller. */
export function ingressLimit({ objects }: ReleaseModel): Limit | undefined {
  const ingresses = objects.ofKind('networking.k8s.io', 'Ingress');
  if (ingresses.length === 0) return undefined;
  return ({ entry, request, answer }) => {
    if (entry.kind !== 'gateway' || answer.status !== 404) return unmodelled([]);
    const serving = ingresses.filter(({ manifest }) => {
      const rules = listAt(manifest, 'spec', 'rules');
      return rules.length === 0 || rules.some((rule) => fits(textAt(rule, 'host') ?? '*', request.host));
    });
    return unmodelled(serving.map((object) => `${describe(object)} serves the host by another way in`));
  };
}

function fits(host: string, asked: string): boolean {
  return host === '*' || host === asked || (host.startsWith('*.') && asked.slice(asked.indexOf('.')) === host.slice(1));
}
