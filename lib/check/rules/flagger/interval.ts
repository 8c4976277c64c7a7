import type { Field } from '../../field';
import { goDuration, suggestDuration } from '../../grammar/duration';
import type { Resource } from '../../resource';
import type { Reporter, Rule } from '../../rule';

export const interval: Rule = {
  code: 'PD0307',
  severity: 'error',
  title: 'An interval or timeout of a Canary is none',
  why: 'The API server refuses what does not begin with a number and m or s. What begins so and is no duration all the same (1m30) passes, and Flagger silently takes 60 seconds.',
  fix: 'Write minutes and seconds: 30s, 1m, 1m30s; 60m instead of 1h.',
  links: ['https://docs.flagger.app/usage/how-it-works#canary-analysis'],
  check(subject, report) {
    for (const { resource, analysis } of subject.canaries) {
      checkInterval(resource, analysis.at('interval'), report);
      for (const metric of analysis.at('metrics').items) checkInterval(resource, metric.at('interval'), report);
      for (const hook of analysis.at('webhooks').items) checkInterval(resource, hook.at('timeout'), report);
      const seconds = goDuration(analysis.at('interval').text ?? '');
      if (seconds !== undefined && seconds > 0 && seconds < 10) {
        report(
          resource,
          analysis.at('interval'),
          `The interval ${analysis.at('interval').text} is below the floor: Flagger looks every 10 seconds.`,
          { severity: 'note', fix: 'Write 10s.' },
        );
      }
    }
  },
};

function checkInterval(resource: Resource, field: Field, report: Reporter): void {
  if (!field.present) return;
  const shown = JSON.stringify(field.value);
  const suggested = suggestDuration(String(field.value)).replace(/^([0-9]+)h$/, (_, hours) => `${Number(hours) * 60}m`);
  if (field.text === undefined || !/^[0-9]+(m|s)/.test(field.text)) {
    report(resource, field, `${shown} is refused by the API server: it wants a number followed by m or s.`, { fix: `Write ${suggested}.` });
  } else if (goDuration(field.text) === undefined) {
    report(resource, field, `${shown} passes the API server and is no duration: Flagger silently takes 60 seconds instead.`, {
      fix: `Write ${field.text}s if seconds are meant.`,
    });
  }
}
