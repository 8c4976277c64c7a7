import { describeId } from '../../../manifest/manifest';
import type { Field } from '../../field';
import { goDuration, suggestDuration } from '../../grammar/duration';
import type { Resource } from '../../resource';
import type { Reporter, Rule } from '../../rule';
import { analysisSpecs } from '../../views/analysis';

export const metricCourse: Rule = {
  code: 'PD0604',
  severity: 'error',
  title: 'A metric of an analysis has a count without an interval, or durations and limits that cannot be',
  why: 'The AnalysisRun is an error as soon as it starts: the release is aborted in the middle.',
  fix: 'State the interval between the measurements, as 30s, 5m or 1h.',
  links: ['https://argo-rollouts.readthedocs.io/en/stable/features/analysis/'],
  check(subject, report) {
    for (const resource of analysisSpecs(subject)) {
      const names = new Set<string>();
      for (const metric of resource.spec.at('metrics').items) {
        const name = metric.at('name');
        if (name.text !== undefined && names.has(name.text))
          report(resource, name, `Two metrics of ${describeId(resource.id)} are named "${name.text}".`, {
            fix: 'Give each metric a name of its own.',
          });
        names.add(name.text ?? '');
        checkMetric(resource, metric, report);
      }
      if (resource.spec.at('metrics').items.length === 0 && resource.spec.at('templates').items.length === 0 && resource.spec.present)
        report(resource, resource.spec, 'The analysis has no metric: it is refused.', { fix: 'Add a metric.' });
    }
  },
};

function checkMetric(resource: Resource, metric: Field, report: Reporter): void {
  const name = metric.at('name').text ?? '';
  const count = countOf(metric.at('count'));
  if (count !== undefined && count > 1 && !metric.at('interval').present) {
    report(
      resource,
      metric.at('count'),
      `The metric "${name}" is to be measured ${count} times, and no interval says how often: the analysis is an error and the release is aborted.`,
    );
  }
  for (const field of [metric.at('interval'), metric.at('initialDelay')]) {
    if (!field.present || field.text?.includes('{{')) continue;
    const seconds = field.text === undefined ? undefined : goDuration(field.text);
    if (seconds === undefined)
      report(resource, field, `${JSON.stringify(field.value)} is no duration: the analysis is an error.`, {
        fix: `Write ${suggestDuration(String(field.value))}.`,
      });
  }
  const providers = metric.at('provider').keys.filter((key) => metric.at('provider', key).present);
  if (providers.length !== 1)
    report(
      resource,
      metric.at('provider'),
      `The metric "${name}" has ${providers.length === 0 ? 'no provider' : `the providers ${providers.join(' and ')}`}: exactly one is needed.`,
      { fix: 'Keep one provider.' },
    );
  for (const limit of ['failureLimit', 'inconclusiveLimit']) {
    const value = countOf(metric.at(limit));
    if (count !== undefined && count > 0 && value !== undefined && value > count)
      report(resource, metric.at(limit), `The ${limit} ${value} is above the count ${count}: the metric can never fail by it.`, {
        severity: 'warning',
        fix: `Write at most ${count}.`,
      });
  }
}

/** A number, or a number as text; a placeholder is neither. */
export function countOf(field: Field): number | undefined {
  if (field.number !== undefined) return field.number;
  return field.text !== undefined && /^[0-9]+$/.test(field.text) ? Number(field.text) : undefined;
}
