import type { MetricValue, Series } from './scenario';

/** The look at which a series is read. */
export interface Look {
  readonly tick: number;
  /** Seconds after the change. */
  readonly t: number;
  /** The weight of the new version, in percent. */
  readonly weight: number;
  /** How many times this series was read before. */
  readonly nth: number;
}

export function valueAt<T>(series: Series<T>, look: Look): T {
  if (series.kind === 'always') return series.value;
  if (series.kind === 'each') {
    const i = series.again ? look.nth % series.values.length : Math.min(look.nth, series.values.length - 1);
    return series.values[i] as T;
  }
  const now = look[series.by];
  const reached = series.points.filter((point) => point.at <= now);
  return (reached.at(-1) ?? series.points[0])?.value as T;
}

/** The last moment at which a series can still change by itself, in ticks and in seconds. */
export function lastChange(series: Series<unknown>): { tick: number; t: number; reads: number } {
  const none = { tick: 0, t: 0, reads: 0 };
  if (series.kind === 'always') return none;
  if (series.kind === 'each') return { ...none, reads: series.values.length };
  const last = Math.max(...series.points.map((point) => point.at));
  return series.by === 'weight' ? none : { ...none, [series.by]: last };
}

/** All numbers that a series can come to. */
export function numbersOf(series: Series<MetricValue>): number[] {
  const values =
    series.kind === 'always' ? [series.value] : series.kind === 'each' ? series.values : series.points.map((point) => point.value);
  return values.flatMap((value) => (typeof value === 'number' || Array.isArray(value) ? value : []));
}

/** Reads series and remembers how often each was read. */
export class SeriesReader {
  private readonly reads = new Map<string, number>();

  read<T>(name: string, series: Series<T>, look: Omit<Look, 'nth'>): T {
    const nth = this.reads.get(name) ?? 0;
    this.reads.set(name, nth + 1);
    return valueAt(series, { ...look, nth });
  }

  /** Where each series that goes by measurements stands; equal texts mean equal futures. */
  position(name: string, series: Series<unknown>): number {
    const nth = this.reads.get(name) ?? 0;
    if (series.kind !== 'each') return 0;
    return series.again ? nth % series.values.length : Math.min(nth, series.values.length - 1);
  }
}
