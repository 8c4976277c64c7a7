const UNITS: Readonly<Record<string, number>> = { ns: 1e-9, us: 1e-6, µs: 1e-6, μs: 1e-6, ms: 1e-3, s: 1, m: 60, h: 3600 };
const PART = /([0-9]+(?:\.[0-9]*)?|\.[0-9]+)(ns|us|µs|μs|ms|s|m|h)/y;

/** Seconds of a duration as Go's `time.ParseDuration` reads it (`1m30s`, `250ms`, `0`); undefined when it refuses the text. */
export function goDuration(text: string): number | undefined {
  const sign = text.startsWith('-') ? -1 : 1;
  const body = /^[+-]/.test(text) ? text.slice(1) : text;
  if (body === '0') return 0;
  let seconds = 0;
  PART.lastIndex = 0;
  let end = 0;
  while (end < body.length) {
    const part = PART.exec(body);
    if (!part) return undefined;
    seconds += Number(part[1]) * UNITS[part[2]];
    end = PART.lastIndex;
  }
  return body === '' ? undefined : sign * seconds;
}

/** Seconds of a pause of Argo Rollouts: a number of seconds, as number or text, or a Go duration. */
export function argoDuration(value: string | number): number | undefined {
  if (typeof value === 'number') return Number.isInteger(value) ? value : undefined;
  return /^[+-]?[0-9]+$/.test(value) ? Number(value) : goDuration(value);
}

/** What to write instead of a text that is no duration: `10min` becomes `10m`, `"10"` becomes `10s`. */
export function suggestDuration(text: string): string {
  const parts = /^\s*([0-9.]+)\s*([A-Za-z]*)\s*$/.exec(text);
  if (!parts) return '30s';
  const unit = parts[2].toLowerCase();
  if (unit.startsWith('ms') || unit.startsWith('milli')) return `${parts[1]}ms`;
  if (unit.startsWith('m')) return `${parts[1]}m`;
  if (unit.startsWith('h')) return `${parts[1]}h`;
  if (unit.startsWith('d')) return `${Number(parts[1]) * 24}h`;
  return `${parts[1]}s`;
}
