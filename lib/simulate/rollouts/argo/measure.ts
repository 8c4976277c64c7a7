import type { ArgoMetric } from '../../../model/plan/argo';
import { conditionOf } from '../condition/condition';
import type { Value } from '../condition/values';
import { ConditionError } from '../condition/values';
import type { MetricValue } from '../scenario/scenario';

export type Outcome = 'Successful' | 'Failed' | 'Inconclusive' | 'Error';

export interface Measurement {
  readonly outcome: Outcome;
  readonly value: string;
  readonly message?: string;
}

/** Reads a condition, or remembers how it read. */
export type Conditions = (text: string) => (result: Value) => boolean;

/** Conditions that are read when they are first needed, and then once. */
export function conditionsOnce(): Conditions {
  const read = new Map<string, (result: Value) => boolean>();
  return (text) => {
    const condition = read.get(text) ?? conditionOf(text);
    read.set(text, condition);
    return condition;
  };
}

/** What one look at a provider comes to. */
export function measure(metric: ArgoMetric, measured: MetricValue, conditions: Conditions): Measurement {
  if (measured === 'pass') return { outcome: 'Successful', value: 'pass' };
  if (measured === 'fail') return { outcome: 'Failed', value: 'fail' };
  if (measured === 'inconclusive') return { outcome: 'Inconclusive', value: 'inconclusive' };
  if (measured === 'error') return { outcome: 'Error', value: 'error', message: 'the provider failed' };
  if (metric.provider === 'job')
    return { outcome: measured === 0 || measured === 'true' ? 'Successful' : 'Failed', value: String(measured) };
  const result = resultOf(metric, measured);
  if (result === undefined) return { outcome: 'Error', value: 'none', message: 'no value found' };
  const value = JSON.stringify(result, (_, one) => (Number.isNaN(one) ? 'NaN' : one));
  try {
    return { outcome: assess(metric, result, conditions), value };
  } catch (error) {
    if (error instanceof ConditionError || error instanceof SyntaxError) return { outcome: 'Error', value, message: error.message };
    throw error;
  }
}

/** The `result` that conditions see: Prometheus answers a vector, others a single value. */
function resultOf(metric: ArgoMetric, measured: Exclude<MetricValue, 'pass' | 'fail' | 'inconclusive' | 'error'>): Value | undefined {
  const vector = metric.provider === 'prometheus';
  if (measured === 'none') return vector ? [] : undefined;
  if (typeof measured === 'object') return measured;
  const single: Value = measured === 'NaN' ? Number.NaN : measured === 'true' ? true : measured === 'false' ? false : measured;
  return vector ? [single] : single;
}

function assess({ successCondition, failureCondition }: ArgoMetric, result: Value, conditions: Conditions): Outcome {
  const success = successCondition ? conditions(successCondition)(result) : undefined;
  const failure = failureCondition ? conditions(failureCondition)(result) : undefined;
  if (failure ?? success === false) return 'Failed';
  return (success ?? true) ? 'Successful' : 'Inconclusive';
}
