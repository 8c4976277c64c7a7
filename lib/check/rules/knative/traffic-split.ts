import { isDns1035 } from '../../grammar/labels';
import { KNATIVE_SERVICE } from '../../kinds';
import type { Rule } from '../../rule';

export const trafficSplit: Rule = {
  code: 'PD1201',
  severity: 'error',
  title: 'The traffic of a Knative Service is not divided as Knative wants it',
  why: 'The webhook refuses the Service, or the Route never becomes ready and the traffic stays where it was.',
  fix: 'Let the percents add up to 100; name a revision, or set latestRevision.',
  links: ['https://knative.dev/docs/serving/traffic-management/'],
  check(subject, report) {
    for (const resource of subject.ofKind(KNATIVE_SERVICE)) {
      const traffic = resource.spec.at('traffic');
      const targets = traffic.items;
      if (targets.length === 0) continue;
      const percents = targets.map((target) => target.at('percent').number ?? 0);
      const sum = percents.reduce((total, percent) => total + percent, 0);
      if (sum !== 100) report(resource, traffic, `The percents ${percents.join(' + ')} add up to ${sum}: Knative refuses what is not 100.`);
      const tags = new Set<string>();
      for (const target of targets) {
        const revision = target.at('revisionName').text;
        const latest = target.at('latestRevision').value;
        if (revision && latest === true)
          report(
            resource,
            target.at('revisionName'),
            `The target names the revision ${revision} and sets latestRevision: true: Knative refuses it.`,
            { fix: 'Remove one of the two.' },
          );
        if (!revision && latest === false)
          report(resource, target.at('latestRevision'), 'latestRevision is false and no revisionName is there: Knative refuses it.', {
            fix: 'Name the revision.',
          });
        if (revision && resource.id.name && !revision.startsWith(`${resource.id.name}-`))
          report(
            resource,
            target.at('revisionName'),
            `The revision "${revision}" cannot be one of ${resource.id.name}: their names begin with "${resource.id.name}-".`,
          );
        const tag = target.at('tag');
        if (tag.text === undefined || tag.text === '') continue;
        if (tags.has(tag.text))
          report(resource, tag, `The tag "${tag.text}" is there twice: Knative refuses it.`, { fix: 'Give each target a tag of its own.' });
        else if (!isDns1035(tag.text))
          report(
            resource,
            tag,
            `The tag "${tag.text}" becomes part of a host name: only lower-case letters, digits and "-" are allowed, beginning with a letter.`,
          );
        tags.add(tag.text);
      }
    }
  },
};
