import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { plainFolder } from '../harness/apps';
import { type Check, none, refused } from '../harness/check';
import { label } from '../harness/dry-run';
import type { KubeObject } from '../harness/kube';
import { walk } from '../harness/objects';
import { run, temporaryFolder } from '../harness/process';
import { binary } from '../harness/programs';
import { versions } from '../harness/versions';
import { parseObjects, readObjects } from '../harness/yaml';

/** Rules that promtool reads: the spec of a PrometheusRule, or a recording rule for each query of an analysis, with its placeholders filled in. */
function rulesOf(object: KubeObject): object | undefined {
  if (object.kind === 'PrometheusRule') return object.spec as object;
  if (!/^(MetricTemplate|AnalysisTemplate|ClusterAnalysisTemplate|Canary)$/.test(object.kind)) return undefined;
  const queries = [...walk(object)].flatMap(([key, value]) => (key === 'query' && typeof value === 'string' ? [value] : []));
  const filled = queries.map((query) =>
    query.replace(/\{\{\s*([\w.-]+)\s*\}\}/g, (_, name: string) => (/interval|window|range|duration/i.test(name) ? '1m' : 'x')),
  );
  return queries.length ? { groups: [{ name: 'queries', rules: filled.map((expr, i) => ({ record: `query:${i}`, expr })) }] } : undefined;
}

/** What `promtool check rules` says of the rules and queries of some objects, and how many objects had any. */
async function promtool(objects: readonly KubeObject[]): Promise<{ problems: string[]; count: number }> {
  const file = join(temporaryFolder('promtool'), 'rules.yaml');
  const problems: string[] = [];
  let count = 0;
  for (const object of objects) {
    const rules = rulesOf(object);
    if (!rules) continue;
    count++;
    writeFileSync(file, stringify(rules));
    const { code, stdout, stderr } = await run(await binary('promtool'), ['check', 'rules', '--lint-fatal', '--lint=all', file]);
    if (code !== 0) problems.push(`${label(object)}: ${stdout}${stderr}`);
  }
  return { problems, count };
}

const rule = (expr: string) =>
  parseObjects(
    `{ apiVersion: monitoring.coreos.com/v1, kind: PrometheusRule, metadata: { name: web }, spec: { groups: [{ name: web, rules: [{ alert: Slow, expr: '${expr}' }] }] } }`,
    'rule',
  );
const template = (query: string) =>
  parseObjects(
    `{ apiVersion: flagger.app/v1beta1, kind: MetricTemplate, metadata: { name: web }, spec: { provider: { type: prometheus }, query: '${query}' } }`,
    'template',
  );

export const check: Check = {
  name: 'accepted-promtool',
  title: 'promtool can read every PrometheusRule and every query of an analysis',
  needs: ['promtool'],
  async run(context) {
    none(context, 'a right rule', (await promtool(rule('rate(errors_total[5m]) > 1'))).problems);
    none(context, 'a right query', (await promtool(template('sum(rate(errors_total{name="{{ target }}"}[{{ interval }}]))'))).problems);
    refused(
      context,
      'a rule that does not parse',
      (await promtool(rule('rate(errors_total[5m] > 1'))).problems,
      /parse error|could not parse/,
    );
    refused(
      context,
      'a query that does not parse',
      (await promtool(template('sum(rate(errors_total[{{ interval }}])'))).problems,
      /parse error|could not parse/,
    );
    for (const app of context.apps) {
      for (const environment of app.environments) {
        const { problems, count } = await promtool(readObjects(plainFolder(app, environment)));
        if (!count) continue;
        const passed = none(context, `${app.name}/${environment}`, problems);
        context.verified({
          strategy: `app ${app.name}`,
          program: 'promtool',
          version: versions.promtool,
          shown: 'rules and queries',
          passed,
        });
      }
    }
  },
};
