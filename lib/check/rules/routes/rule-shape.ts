import type { Field } from '../../field';
import type { Resource } from '../../resource';
import type { Reporter, Rule } from '../../rule';

export const ruleShape: Rule = {
  code: 'PD0118',
  severity: 'error',
  title: 'A rule of a VirtualService says two things that exclude each other',
  why: 'Istio refuses the VirtualService: a rule either routes, redirects, answers by itself or delegates.',
  fix: 'Keep one of them, or split the rule in two.',
  links: ['https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRoute'],
  check(subject, report) {
    for (const { resource, http, hosts, gateways, isDelegate, onMesh } of subject.virtualServices) {
      for (const { field } of http) checkRule(resource, field, isDelegate, report);
      if (isDelegate && gateways.length > 0) {
        report(
          resource,
          resource.spec.at('gateways'),
          'A VirtualService without hosts is one to delegate to, and cannot list gateways: Istio refuses it.',
        );
      }
      const star = hosts.find(({ text }) => text === '*');
      if (star && onMesh)
        report(resource, star, 'The host "*" is bound to the mesh: Istio refuses it there.', {
          fix: 'List gateways without "mesh", or name the hosts.',
        });
    }
  },
};

function checkRule(resource: Resource, rule: Field, inDelegate: boolean, report: Reporter): void {
  const has = (name: string): boolean => rule.at(name).present && !(Array.isArray(rule.at(name).value) && rule.at(name).items.length === 0);
  const actions = ['route', 'redirect', 'directResponse', 'delegate'].filter(has);
  const [, second] = actions;
  if (actions.length > 1) report(resource, rule.at(second), `The rule has ${actions.join(' and ')}: it can have only one of them.`);
  if (actions.length === 0)
    report(resource, rule, 'The rule has no route, redirect, directResponse or delegate: Istio refuses it.', {
      fix: 'Give the rule a destination.',
    });
  for (const name of ['fault', 'rewrite']) {
    if (has(name) && (has('redirect') || has('directResponse')))
      report(
        resource,
        rule.at(name),
        `The rule has ${name} beside ${has('redirect') ? 'a redirect' : 'a direct response'}: Istio refuses that.`,
      );
  }
  if (has('mirror') && has('mirrors'))
    report(resource, rule.at('mirrors'), 'The rule has mirror and mirrors: it can have only one of them.');
  if (inDelegate && has('delegate'))
    report(resource, rule.at('delegate'), 'This VirtualService is delegated to and delegates again: Istio ignores the rule.');
}
