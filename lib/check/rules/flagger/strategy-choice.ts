import type { Rule } from '../../rule';

export const strategyChoice: Rule = {
  code: 'PD0308',
  severity: 'error',
  title: 'A Canary states no strategy, or two at once',
  why: 'The API server refuses it: exactly one of stepWeight, stepWeights and iterations says how the release goes.',
  fix: 'Keep stepWeight with maxWeight, or stepWeights, for a canary; iterations (with match) for blue/green and A/B tests.',
  links: ['https://docs.flagger.app/usage/deployment-strategies'],
  check(subject, report) {
    for (const { resource, analysis, provider } of subject.canaries) {
      if (!analysis.present) {
        report(resource, resource.spec, 'The Canary has no analysis: the API server refuses it, even with skipAnalysis.', {
          fix: 'Add spec.analysis with interval, threshold and stepWeight or iterations.',
        });
        continue;
      }
      const stated = ['stepWeight', 'stepWeights', 'iterations'].filter((name) => analysis.at(name).present);
      if (stated.length > 1)
        report(resource, analysis.at(stated[1]), `The analysis has ${stated.join(' and ')}: exactly one of them is allowed.`);
      if (stated.length === 0)
        report(resource, analysis, 'The analysis has none of stepWeight, stepWeights and iterations: the API server refuses it.');
      const threshold = analysis.at('threshold');
      if (!threshold.present)
        report(resource, analysis, 'The analysis has no threshold: the API server refuses it.', {
          fix: 'Add threshold, the number of failed checks before the rollback.',
        });
      const match = analysis.at('match');
      if (match.items.length === 0 || provider === 'kubernetes') continue;
      for (const [index, entry] of match.items.entries()) {
        if (entry.at('queryParams').present)
          report(
            resource,
            match.at(index, 'queryParams'),
            'Flagger drops query parameters from the matches of an A/B test without a word: the match holds for everyone.',
            { severity: 'warning', fix: 'Match a header or a cookie.' },
          );
      }
    }
  },
};
