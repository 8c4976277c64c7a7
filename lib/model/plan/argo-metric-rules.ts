import { at, fields, goDuration } from './data';

/** Why the controller refuses a metric when its run begins; undefined where it takes it. */
export function metricError(metric: unknown, whole: (value: unknown) => number | undefined): string | undefined {
  const count = whole(at(metric, 'count')) ?? 0;
  const failures = whole(at(metric, 'failureLimit')) ?? 0;
  const successes = whole(at(metric, 'consecutiveSuccessLimit')) ?? 0;
  const inconclusive = whole(at(metric, 'inconclusiveLimit')) ?? 0;
  const errors = whole(at(metric, 'consecutiveErrorLimit')) ?? 4;
  if (successes < 0) return 'consecutiveSuccessLimit must be >= 0';
  if (failures < -1) return 'failureLimit must be >= 0, or -1 to be disabled';
  if (successes === 0 && failures === -1) return 'failureLimit and consecutiveSuccessLimit cannot both be disabled';
  if (inconclusive < 0) return 'inconclusiveLimit must be >= 0';
  if (errors < 0) return 'consecutiveErrorLimit must be >= 0';
  if (count > 0) {
    if (failures >= 0 && count < failures + successes)
      return `count (${count}) must be >= failureLimit + consecutiveSuccessLimit (${failures} + ${successes}) if both >= 0`;
    if (failures < 0 && count < successes) return 'count must be >= consecutiveSuccessLimit';
    if (count < inconclusive) return 'count must be >= inconclusiveLimit';
  }
  const interval = at(metric, 'interval');
  if (count > 1 && interval === undefined) return 'interval must be specified when count > 1';
  if (interval !== undefined && goDuration(interval) === undefined) return `invalid interval string: ${JSON.stringify(interval)}`;
  const delay = at(metric, 'initialDelay');
  if (delay !== undefined && goDuration(delay) === undefined) return `invalid startDelay string: ${JSON.stringify(delay)}`;
  const providers = Object.values(fields(at(metric, 'provider')) ?? {}).filter((one) => one !== null).length;
  if (providers === 0) return 'no provider specified';
  if (providers > 1) return 'multiple providers specified';
  return undefined;
}
