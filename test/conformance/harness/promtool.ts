import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { run, temporaryFolder } from './process';
import { binary } from './programs';

/** A series, and its values in promtool's notation, such as `0+15x40`: 15 seconds apart for queries, a minute for alerts. */
export interface Series {
  readonly series: string;
  readonly values: string;
}

/** What a query must yield ten minutes after the first sample. */
export interface Question {
  readonly what: string;
  readonly series: readonly Series[];
  readonly query: string;
  /** One number (`NaN` is one), or nothing at all. */
  readonly value: number | undefined;
}

/** An alert, and the labels with which it must be sounding at a time; none means that it must be silent. */
export interface AlertQuestion {
  readonly what: string;
  readonly series: readonly Series[];
  readonly alert: string;
  readonly at: string;
  readonly firing: readonly object[];
}

async function test(file: object, extra: Readonly<Record<string, object>> = {}): Promise<string[]> {
  const folder = temporaryFolder('promtool');
  for (const [name, content] of Object.entries({ 'test.yaml': file, ...extra })) writeFileSync(join(folder, name), stringify(content));
  const { code, stdout, stderr } = await run(await binary('promtool'), ['test', 'rules', join(folder, 'test.yaml')]);
  return code === 0 ? [] : [`${stdout}${stderr}`];
}

/** NaN is told by its being unlike itself: promtool does not compare it. */
const asked = (query: string, value: number | undefined) =>
  Number.isNaN(value) ? { expr: `(${query}) != bool (${query})`, value: 1 } : { expr: query, value };

/** What `promtool test rules` says where Prometheus answers otherwise. */
export const wrongAnswers = (questions: readonly Question[]): Promise<string[]> =>
  test({
    fuzzy_compare: true,
    tests: questions.map(({ what, series, query, value: wanted }) => {
      const { expr, value } = asked(query, wanted);
      const samples = value === undefined ? [] : [{ labels: '{}', value }];
      return {
        name: what,
        interval: '15s',
        input_series: series,
        promql_expr_test: [{ expr, eval_time: '10m', exp_samples: samples }],
      };
    }),
  });

/** What `promtool test rules` says where the alerts of a PrometheusRule's spec sound otherwise. */
export const wrongAlerts = (rules: object, questions: readonly AlertQuestion[]): Promise<string[]> =>
  test(
    {
      rule_files: ['rules.yaml'],
      evaluation_interval: '1m',
      tests: questions.map(({ what, series, alert, at, firing }) => ({
        name: what,
        interval: '1m',
        input_series: series,
        alert_rule_test: [{ eval_time: at, alertname: alert, exp_alerts: firing }],
      })),
    },
    { 'rules.yaml': rules },
  );
