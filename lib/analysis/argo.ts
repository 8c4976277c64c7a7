import { isDeepStrictEqual } from 'node:util';
import type { Tree, TreeObject } from '../manifest/tree';
import { serviceLabels } from '../service/labels';
import type { Microservice } from '../service/microservice';
import type { Analysis } from './analysis';
import { analysisProblems } from './analysis-problems';
import { argoMetrics } from './argo-metrics';
import { type ArgoScope, argoQueryScope } from './argo-scope';
import { ArgoUse } from './argo-use';

/** Turns the analyses of one Rollout into AnalysisTemplates, each once, and returns what refers to them. */
export class ArgoAnalyses {
  private readonly used = new Map<string, Analysis>();

  public constructor(
    private readonly service: Microservice,
    private readonly scope: ArgoScope,
  ) {}

  /** Adds the template where it is new; returns `templates` and `args` of a step, or of the strategy. */
  public use(analysis: Analysis, use: ArgoUse): TreeObject {
    const { service } = this;
    const { clusterScoped, name = 'analysis' } = analysis._options;
    const template = `${service.name}-${name}${use === ArgoUse.BACKGROUND ? '-background' : ''}`;
    const before = this.used.get(template);
    if (before !== undefined && before !== analysis)
      service.addProblem(`two analyses are called '${name}'; name them: analysis.withOptions({ name: '...' }).`);
    if (before === undefined) {
      this.used.set(template, analysis);
      this.addTemplate(analysis, template, use);
    }
    return {
      templates: [clusterScoped ? { templateName: template, clusterScope: true } : { templateName: template }],
      args: [
        { name: 'namespace', valueFrom: { fieldRef: { fieldPath: 'metadata.namespace' } } },
        { name: 'hash', valueFrom: { podTemplateHashValue: 'Latest' } },
        ...(analysis._options.args ?? []).flatMap(({ name: argument, _source }) =>
          'fieldPath' in _source ? [{ name: argument, valueFrom: { fieldRef: { fieldPath: _source.fieldPath } } }] : [],
        ),
      ],
    };
  }

  /** Several analyses of one step or promotion, which become one run: all their templates, and each argument once. */
  public useTogether(stated: readonly Analysis[], use: ArgoUse): TreeObject {
    for (const problem of togetherProblems(stated)) this.service.addProblem(problem);
    const uses = stated.map((analysis) => this.use(analysis, use));
    const args = new Map(uses.flatMap((each) => (each.args as TreeObject[]).map((argument) => [argument.name, argument] as const)));
    return { templates: uses.flatMap((each) => each.templates as Tree[]), args: [...args.values()] };
  }

  private addTemplate(analysis: Analysis, name: string, use: ArgoUse): void {
    const { service } = this;
    const { clusterScoped, args = [] } = analysis._options;
    const { metrics, problems } = argoMetrics(analysis, this.scope, argoQueryScope(service, analysis, this.scope), use);
    for (const problem of [...analysisProblems(analysis), ...problems]) service.addProblem(problem);
    const dryRun = analysis._metrics.filter((metric) => metric._options.dryRun).map((metric) => ({ metricName: metric.name }));
    service.addObject(`analysis-template-${name.slice(service.name.length + 1)}`, {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: clusterScoped ? 'ClusterAnalysisTemplate' : 'AnalysisTemplate',
      name,
      clusterScoped,
      labels: serviceLabels(service),
      fields: {
        spec: {
          args: [{ name: 'namespace' }, { name: 'hash' }, ...args.map(argumentTree)],
          dryRun: dryRun.length > 0 ? dryRun : undefined,
          metrics,
        },
      },
    });
  }
}

function argumentTree({ name, _source: source }: NonNullable<Analysis['_options']['args']>[number]): TreeObject {
  if ('value' in source) return { name, value: source.value };
  if ('secret' in source) return { name, valueFrom: { secretKeyRef: { name: source.secret, key: source.key } } };
  return { name };
}

/** What makes one run of several analyses fail before it measures anything. */
function togetherProblems(stated: readonly Analysis[]): string[] {
  const metrics = stated.flatMap((analysis) => [...new Set([...analysis._loadTests, ...analysis._metrics].map(({ name }) => name))]);
  const args = stated.flatMap((analysis) => analysis._options.args ?? []);
  const twice = metrics.filter((name, index) => metrics.indexOf(name) < index);
  const contrary = args.filter(({ name, _source }, index) =>
    args.slice(0, index).some((other) => other.name === name && !isDeepStrictEqual(other._source, _source)),
  );
  return [
    ...twice.map((name) => `two analyses that run together have a metric '${name}'; give one of them another name: { name: '...' }.`),
    ...contrary.map(
      ({ name }) => `two analyses that run together state the argument '${name}' differently; give one of them another name.`,
    ),
  ];
}
