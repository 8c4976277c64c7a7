import type { Chart } from 'cdk8s';
import { type Analysis, ArgoRollout, type ArgoTraffic, FlaggerRelease, Microservice, Step } from 'cdk8s-progressive';
import { released } from '../release/support';
import { at, objectOf, objectsOf } from '../support/chart';

/** The AnalysisTemplate of an analysis that is a step, or stands beside the steps. */
export function argoTemplate(analysis: Analysis, traffic?: ArgoTraffic, background = false): unknown {
  const steps = [Step.setWeight(50), ...(background ? [] : [Step.analysis(analysis)])];
  const build = released(() => ArgoRollout.canary({ traffic, steps, analysis: background ? analysis : undefined }));
  const templates = objectsOf(build).filter(({ manifest }) => /AnalysisTemplate$/.test(manifest.kind));
  if (templates.length !== 1) throw new Error(`${templates.length} templates`);
  return templates[0]?.manifest;
}

export const argoMetrics = (analysis: Analysis, traffic?: ArgoTraffic, background = false) =>
  at(argoTemplate(analysis, traffic, background), 'spec', 'metrics');

type FlaggerOptions = Parameters<typeof FlaggerRelease.canary>[0];

/** `spec.analysis` of the Canary, and the MetricTemplates beside it. */
export function flaggerAnalysis(analysis: Analysis, options: Partial<FlaggerOptions> = {}): { analysis: unknown; templates: unknown[] } {
  const build = released(() => FlaggerRelease.canary({ stepWeight: 50, analysis, ...options }));
  const templates = objectsOf(build).filter(({ manifest }) => manifest.kind === 'MetricTemplate');
  return { analysis: at(objectOf('Canary', build), 'spec', 'analysis'), templates: templates.map(({ manifest }) => manifest.spec) };
}

/** The one object of a kind that a construct beside the service makes. */
export function withConstruct(add: (chart: Chart, service: Microservice) => void, kind: string): unknown {
  return objectOf(kind, (chart) => {
    const service = new Microservice(chart, 'reviews');
    service.addVersion('v1', { image: 'shop/reviews:1.0.0' });
    add(chart, service);
  });
}
