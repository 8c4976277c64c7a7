import type { Duration } from 'cdk8s';

/** A duration as Go, Prometheus and the controllers read it, in the largest unit that is exact: `90s`, `5m`, `1h`. */
export function durationText(duration: Duration): string {
  const milliseconds = duration.toMilliseconds();
  if (milliseconds === 0 || milliseconds % 1000 !== 0) return milliseconds === 0 ? '0s' : `${milliseconds}ms`;
  const seconds = milliseconds / 1000;
  if (seconds % 3600 === 0) return `${seconds / 3600}h`;
  return seconds % 60 === 0 ? `${seconds / 60}m` : `${seconds}s`;
}

/** A duration with minutes as the largest unit, which is what Flagger's CRD takes. */
export function minutesText(duration: Duration): string {
  const text = durationText(duration);
  return text.endsWith('h') ? `${duration.toMinutes()}m` : text;
}
