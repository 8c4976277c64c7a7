import type { Duration } from 'cdk8s';
import { isExpression } from '../parameters/expression';
import type { TextParameter } from '../parameters/parameter';

/** A duration as Istio and Go write it: `1m30s`, `250ms`. A parameter stays what it is. */
export function durationText(duration: Duration | TextParameter): string | TextParameter {
  if (isExpression(duration)) return duration;
  const total = duration.toMilliseconds({ integral: false });
  const milliseconds = total % 1000;
  const seconds = (total - milliseconds) / 1000;
  const parts: [number, string][] = [
    [Math.floor(seconds / 3600), 'h'],
    [Math.floor((seconds % 3600) / 60), 'm'],
    [seconds % 60, 's'],
    [milliseconds, 'ms'],
  ];
  return parts.map(([amount, unit]) => (amount > 0 ? `${amount}${unit}` : '')).join('') || '0s';
}
