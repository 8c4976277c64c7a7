import type { Rule } from '../../rule';

export const latestTag: Rule = {
  code: 'PD0903',
  severity: 'note',
  title: 'An image has no fixed version',
  why: 'Two pods of one version may run different code, and going back to the old version brings the new image again.',
  fix: 'Name a version or a digest.',
  links: ['https://kubernetes.io/docs/concepts/containers/images/#image-names'],
  check(subject, report) {
    for (const { resource, templateOwner, podSpec } of subject.workloads) {
      if (templateOwner !== resource) continue;
      for (const container of [...podSpec.at('initContainers').items, ...podSpec.at('containers').items]) {
        const image = container.at('image');
        const name = image.text?.split('/').pop() ?? '';
        if (name === '' || image.text?.includes('@') || (name.includes(':') && !name.endsWith(':latest'))) continue;
        report(
          resource,
          image,
          `The image ${image.text} has ${name.includes(':') ? 'the tag latest' : 'no tag, which means latest'}: what runs is decided when the pod starts.`,
        );
      }
    }
  },
};
