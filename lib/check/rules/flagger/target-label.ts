import { describeId } from '../../../manifest/manifest';
import { labelsText } from '../../relations/selectors';
import type { Rule } from '../../rule';
import { FLAGGER_SELECTOR_LABELS, flaggerLabel } from '../../views/canary';
import { targetOf, targetSelector } from '../../views/canary-target';

export const targetLabel: Rule = {
  code: 'PD0302',
  severity: 'error',
  title: "The selector of a Canary's target has none of the labels that Flagger goes by",
  why: 'Flagger tells primary and canary apart by one label of the selector: app, name or app.kubernetes.io/name. Without any of them the Canary stays Initializing for ever.',
  fix: 'Put `app: NAME` into the selector and the pod template of the target. A live Deployment has to be made anew for that.',
  links: ['https://docs.flagger.app/faq#labels-and-selectors'],
  check(subject, report) {
    for (const canary of subject.canaries) {
      const target = targetOf(canary, subject);
      if (!target || target.resource.id.group !== 'apps') continue;
      const selector = targetSelector(target).labels;
      if (flaggerLabel(selector) !== undefined) continue;
      report(
        target.resource,
        target.resource.spec.at('selector'),
        `The selector has ${labelsText(selector)} and none of ${FLAGGER_SELECTOR_LABELS.join(', ')}: ${describeId(canary.resource.id)} stays Initializing.`,
      );
    }
  },
};
