import { describeId, identityKey } from '../../../manifest/manifest';
import { isGenerated, type Resource } from '../../resource';
import type { Rule } from '../../rule';

export const objectTwice: Rule = {
  code: 'PD0804',
  severity: 'error',
  title: 'Two objects are the same object to the API server',
  why: 'The one that is applied last overwrites the other, and which one that is depends on the order of the files.',
  fix: 'Remove one of them, or give it another name or namespace. Check the folders of several environments one at a time.',
  links: ['https://kubernetes.io/docs/concepts/overview/working-with-objects/names/'],
  check(subject, report) {
    const seen = new Map<string, Resource>();
    for (const resource of subject.resources) {
      if (resource.id.name === '' || isGenerated(resource.root)) continue;
      const key = identityKey(resource.id);
      const first = seen.get(key);
      if (first && !first.context)
        report(
          resource,
          resource.root.at('metadata', 'name'),
          `${describeId(resource.id)} is there twice${placed(first)}: the one applied last overwrites the other.`,
        );
      else seen.set(key, resource);
    }
  },
};

function placed({ source }: Resource): string {
  const file = source.origin.location?.file;
  return file ? ` (the other one is in ${file})` : '';
}
