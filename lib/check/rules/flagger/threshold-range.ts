import type { Field } from '../../field';
import type { Resource } from '../../resource';
import type { Reporter, Rule } from '../../rule';

export const thresholdRange: Rule = {
  code: 'PD0310',
  severity: 'error',
  title: 'The bounds of a metric are swapped, or there are none',
  why: 'A success rate with only a maximum, or an error rate or latency with only a minimum, passes whatever the new version does; a minimum above the maximum never passes.',
  fix: 'Bound what should be high with min, and what should be low with max.',
  links: ['https://docs.flagger.app/usage/metrics#builtin-metrics'],
  check(subject, report) {
    for (const { resource, analysis } of subject.canaries) {
      for (const metric of analysis.at('metrics').items) {
        const range = metric.at('thresholdRange');
        const min = range.at('min').number;
        const max = range.at('max').number;
        const name = metric.at('name').text ?? '';
        if (!metric.at('threshold').present && min === undefined && max === undefined) {
          reportUnbound(resource, metric, name, report);
          continue;
        }
        if (min !== undefined && max !== undefined && min > max) {
          report(
            resource,
            range,
            `The metric "${name}" has min ${min} above max ${max}: no value passes, and every rollout is rolled back.`,
          );
        } else if (max !== undefined && min === undefined && shouldBe(metric, name) === 'high') {
          report(resource, range.at('max'), `"${name}" should be high and has only max ${max}: a version that fails passes the check.`, {
            fix: `Write min: ${max}.`,
            severity: sure(name),
          });
        } else if (min !== undefined && max === undefined && shouldBe(metric, name) === 'low') {
          report(resource, range.at('min'), `"${name}" should be low and has only min ${min}: a version that is bad passes the check.`, {
            fix: `Write max: ${min}.`,
            severity: sure(name),
          });
        }
      }
    }
  },
};

/** Without bounds Flagger compares with 0: the built-in success rate has to reach it, and everything else to stay below. */
function reportUnbound(resource: Resource, metric: Field, name: string, report: Reporter): void {
  const builtIn = name === 'request-success-rate' && !metric.at('templateRef').present && !metric.at('query').present;
  const passes = builtIn || metric.at('thresholdRange').present;
  report(
    resource,
    metric,
    `The metric "${name}" has no bound in thresholdRange: ${passes ? 'every value passes, and the release is not judged by it' : 'every value above 0 fails, and the release is rolled back'}.`,
    { severity: 'warning', fix: 'Add thresholdRange with min or max.' },
  );
}

const sure = (name: string): 'error' | 'warning' => (/^request-(success-rate|duration)$/.test(name) ? 'error' : 'warning');

function shouldBe(metric: Field, name: string): 'high' | 'low' | undefined {
  const words = `${name} ${metric.at('templateRef', 'name').text ?? ''}`.toLowerCase();
  const low =
    /error|fail|latenc|duration|not-?found|40[0-9]|5xx|50[0-9]|restart|crash|saturation|usage|lag\b|backlog|queue|oom|dropped|reject|timeout|exception/.test(
      words,
    );
  const high = /success|availab|hit-?rate/.test(words);
  return low === high ? undefined : low ? 'low' : 'high';
}
