import type { RolloutPlan } from '../../../model/plan';
import type { ArgoAnalysis } from '../../../model/plan/argo';
import type { ScenarioProblem } from './messages';
import type { Action, Scenario } from './scenario';

const ARGO_ACTIONS: readonly Action[] = ['abort', 'promote', 'promoteFull', 'retry'];

/** What a scenario names that the plan does not have. */
export function scenarioProblems(plan: RolloutPlan, scenario: Scenario): ScenarioProblem[] {
  const metrics = metricsOf(plan);
  const webhooks = plan.controller === 'flagger' ? plan.analysis.webhooks : [];
  const problems: ScenarioProblem[] = [];
  for (const name of Object.keys(scenario.metrics)) {
    if (!metrics.includes(name))
      problems.push({
        path: `metrics.${name}`,
        message: `${plan.object.kind} ${plan.object.name} has no metric of this name; it has ${listed(metrics)}.`,
      });
  }
  for (const name of Object.keys(scenario.webhooks)) {
    if (!webhooks.some((webhook) => webhook.name === name || webhook.type === name))
      problems.push({
        path: `${scenario.gates.has(name) ? 'gates' : 'webhooks'}.${name}`,
        message: `${plan.object.kind} ${plan.object.name} has no webhook of this name or type; it has ${listed(webhooks.map((one) => `${one.name} (${one.type})`))}.`,
      });
  }
  for (const [i, event] of scenario.events.entries()) {
    if (ARGO_ACTIONS.includes(event.action) && plan.controller !== 'argo-rollouts')
      problems.push({
        path: `events[${i}].do`,
        message: `${event.action} is a command of Argo Rollouts; ${plan.object.kind} ${plan.object.name} has none.`,
      });
    if (event.action === 'switch' && plan.controller !== 'service')
      problems.push({ path: `events[${i}].do`, message: 'switch changes the selector of a blue/green Service; this is not one.' });
    if ('tick' in event.at && plan.controller !== 'flagger')
      problems.push({ path: `events[${i}].at.tick`, message: 'Only Flagger has ticks; state the time as t, in seconds.' });
  }
  return problems;
}

function listed(names: readonly string[]): string {
  return names.length > 0 ? [...new Set(names)].join(', ') : 'none';
}

function metricsOf(plan: RolloutPlan): string[] {
  if (plan.controller === 'flagger') return plan.analysis.metrics.map((metric) => metric.name);
  if (plan.controller !== 'argo-rollouts') return [];
  const { strategy } = plan;
  const analyses: (ArgoAnalysis | undefined)[] =
    strategy.kind === 'blueGreen'
      ? [strategy.prePromotion, strategy.postPromotion]
      : [
          strategy.background,
          ...strategy.steps.flatMap((step) =>
            step.kind === 'analysis'
              ? [step.analysis]
              : step.kind === 'experiment'
                ? step.experiment.analyses.map((one) => one.analysis)
                : [],
          ),
        ];
  return analyses.flatMap((analysis) => analysis?.metrics.map((metric) => metric.name) ?? []);
}
