import { at, fields } from './data';
import type { PlanProblem } from './types';

const WAYS = ['iterations', 'stepWeight', 'stepWeights'] as const;

/** What the Canary's CustomResourceDefinition refuses (HTTP 422) in `spec.analysis`. */
export function flaggerRefusals(spec: unknown): PlanProblem[] {
  if (at(spec, 'targetRef') === undefined) return [refusal('spec.targetRef', 'A Canary has to have a targetRef.')];
  const analysis = fields(at(spec, 'analysis'));
  if (!analysis) return at(spec, 'canaryAnalysis') ? [] : [refusal('spec.analysis', 'A Canary has to have an analysis.')];
  const problems: PlanProblem[] = [];
  const has = (name: string) => analysis[name] !== undefined && analysis[name] !== null;
  for (const name of ['interval', 'threshold']) {
    if (!has(name)) problems.push(refusal(`spec.analysis.${name}`, `The analysis has to state ${name}.`));
  }
  const stated = WAYS.filter(has);
  if (stated.length === 0)
    problems.push(refusal('spec.analysis', 'The analysis has to state one of iterations, stepWeight and stepWeights; it states none.'));
  if (stated.length > 1)
    problems.push(
      refusal(
        'spec.analysis',
        `The analysis may state only one of iterations, stepWeight and stepWeights; it states ${stated.join(' and ')}.`,
      ),
    );
  if (has('interval') && !(typeof analysis.interval === 'string' && /^[0-9]+(m|s)/.test(analysis.interval)))
    problems.push(refusal('spec.analysis.interval', `${JSON.stringify(analysis.interval)} is not a duration such as 30s or 1m.`));
  for (const name of [
    'threshold',
    'maxWeight',
    'stepWeight',
    'stepWeightPromotion',
    'iterations',
    'primaryReadyThreshold',
    'canaryReadyThreshold',
  ]) {
    if (has(name) && typeof analysis[name] !== 'number')
      problems.push(refusal(`spec.analysis.${name}`, `${JSON.stringify(analysis[name])} is not a number.`));
  }
  if (has('stepWeights') && !(Array.isArray(analysis.stepWeights) && analysis.stepWeights.every((one) => typeof one === 'number')))
    problems.push(refusal('spec.analysis.stepWeights', `${JSON.stringify(analysis.stepWeights)} is not a list of numbers.`));
  return problems;
}

function refusal(path: string, message: string): PlanProblem {
  return { path, message, effect: 'refused' };
}
