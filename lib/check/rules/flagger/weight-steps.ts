import type { Rule } from '../../rule';

export const weightSteps: Rule = {
  code: 'PD0306',
  severity: 'error',
  title: 'The weights of a Canary do not rise step by step to their end',
  why: 'A stepWeight above maxWeight moves all at once to more than maxWeight. Weights that fall, or a step of 0, leave the Canary Progressing for ever, without an event.',
  fix: 'Let the weights rise, and keep stepWeight at or below maxWeight.',
  links: ['https://docs.flagger.app/usage/deployment-strategies#canary-release'],
  check(subject, report) {
    for (const { resource, analysis } of subject.canaries) {
      const step = analysis.at('stepWeight');
      const max = analysis.at('maxWeight').number;
      if (step.number !== undefined && max !== undefined && max > 0 && step.number > max) {
        report(
          resource,
          step,
          `stepWeight ${step.number} is above maxWeight ${max}: the first step already sends ${Math.min(100, step.number)} % to the canary.`,
        );
      }
      if (step.number === 0 && (analysis.at('iterations').number ?? 0) === 0)
        report(resource, step, 'stepWeight is 0: the canary never gets a request and the rollout never ends.');
      const promotion = analysis.at('stepWeightPromotion');
      for (const field of [step, analysis.at('maxWeight'), promotion]) {
        if (field.number !== undefined && (field.number < 0 || field.number > 100))
          report(resource, field, `The weight ${field.number} is not between 0 and 100.`);
      }
      const weights = analysis.at('stepWeights').items;
      weights.forEach((field, index) => {
        const before = weights[index - 1]?.number;
        if (field.number === undefined) return;
        if (field.number < 0 || field.number > 100) report(resource, field, `The weight ${field.number} is not between 0 and 100.`);
        else if (before !== undefined && field.number <= before) {
          report(
            resource,
            field,
            `The weight ${field.number} follows ${before}: the step is ${field.number === before ? 'empty' : 'negative'}, and the rollout never gets past it.`,
          );
        }
      });
    }
  },
};
