import { describeId } from '../../../manifest/manifest';
import { selects } from '../../../model/labels';
import { labelsText, unmatched } from '../../relations/selectors';
import type { Rule } from '../../rule';
import type { Subject } from '../../subject';
import type { DestinationRuleView } from '../../views/destination-rule';
import { managedSubsets } from '../../views/managed-routes';

export const subsetWithoutPods: Rule = {
  code: 'PD0202',
  severity: 'error',
  title: 'The labels of a subset fit no pod of its Service',
  why: 'The subset has no endpoint: its requests, or their share of a split, get 503.',
  fix: 'Write the labels of the subset as the pod templates carry them.',
  links: ['https://istio.io/latest/docs/reference/config/analysis/ist0173/'],
  check(subject, report) {
    const routed = routedSubsets(subject);
    for (const rule of subject.destinationRules) {
      const service = subject.serviceByHost(rule.host, rule.resource.id.namespace);
      if (!service?.selecting) continue;
      const pods = subject.workloadsSelectedBy(service.selector, service.resource.id.namespace);
      if (pods.length === 0) continue;
      for (const subset of rule.subsets) {
        if (pods.some(({ podLabels }) => selects(subset.labels, podLabels)) || explained(subset.labels, rule, subject)) continue;
        const near = pods.map(
          ({ resource, podLabels }) => `${describeId(resource.id)} has ${ownLabels(podLabels, Object.keys(subset.labels))}`,
        );
        const managed = isManaged(rule, subset.name, subject);
        const weight = managed ? 100 : routed.get(`${rule.hostKey} ${subset.name}`);
        const used =
          weight === undefined ? 'no route of the files uses it' : weight === 0 ? 'so far its weight is 0' : 'its requests get 503';
        report(
          rule.resource,
          subset.field.at('labels'),
          `The subset "${subset.name}" wants ${labelsText(subset.labels)}, which no pod of the Service ${service.resource.id.name} has (${near.slice(0, 4).join('; ')}): ${used}.`,
          {
            severity: weight ? 'error' : 'note',
          },
        );
      }
    }
  },
};

/** A Service that excludes pods with these labels is the fault (PD0201), and is reported as one. */
function explained(labels: Readonly<Record<string, string>>, rule: DestinationRuleView, subject: Subject): boolean {
  const service = subject.serviceByHost(rule.host, rule.resource.id.namespace);
  if (!service) return true;
  return subject
    .workloadsSelectedBy(labels, service.resource.id.namespace)
    .some(
      ({ podLabels }) =>
        unmatched(service.selector, podLabels).length > 0 &&
        Object.keys(service.selector).some((key) => !(key in labels) && podLabels[key] === service.selector[key]),
    );
}

/** The highest weight with which a route leads to each subset. */
function routedSubsets(subject: Subject): Map<string, number> {
  return subject.once('routed subsets', () => {
    const routed = new Map<string, number>();
    for (const view of subject.virtualServices) {
      for (const { host, subset, weight, entry } of view.destinations) {
        if (!subset) continue;
        const alone = view.http.some(({ routes }) => routes.length === 1 && routes[0].entry === entry);
        for (const rule of subject.destinationRulesFor(host, view.resource.id.namespace)) {
          const key = `${rule.hostKey} ${subset}`;
          routed.set(key, Math.max(routed.get(key) ?? 0, alone ? 100 : (weight.number ?? 1)));
        }
      }
    }
    return routed;
  });
}

/** A Rollout will send requests to its subsets, whatever their weight is now. */
function isManaged(rule: DestinationRuleView, name: string, subject: Subject): boolean {
  const managed = subject.once('managed subsets', () => {
    const keys = new Set<string>();
    for (const rollout of subject.rollouts) {
      const subsets = managedSubsets(rollout);
      for (const subset of subsets ? [subsets.canary, subsets.stable] : []) {
        keys.add(`${rollout.resource.id.namespace}/${subsets?.rule.at('name').text} ${subset}`);
      }
    }
    return keys;
  });
  return managed.has(`${rule.resource.id.namespace}/${rule.resource.id.name} ${name}`);
}

/** What pods carry of the keys that are asked for; all of their labels when it is none of them. */
function ownLabels(labels: Readonly<Record<string, string>>, keys: readonly string[]): string {
  const asked = pick(labels, keys);
  return labelsText(Object.keys(asked).length > 0 ? asked : labels);
}

function pick(labels: Readonly<Record<string, string>>, keys: readonly string[]): Record<string, string> {
  return Object.fromEntries(keys.filter((key) => key in labels).map((key) => [key, labels[key]]));
}
