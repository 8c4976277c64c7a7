import type { Exposure } from './course';
import type { MetricValue, Scenario, VersionName } from './scenario/scenario';
import { valueAt } from './scenario/series';

/** Percent of all requests that each version answers; what is missing to 100 fails because no pod is there to answer. */
export type Shares = Partial<Record<VersionName, number>>;

interface Span {
  readonly from: number;
  readonly to: number;
  readonly tick: number;
  readonly shares: Shares;
}

/** Adds up, over time, which version answers how many requests and how many of them fail. */
export class ExposureMeter {
  private readonly spans: Span[] = [];

  constructor(private readonly scenario: Scenario) {}

  /** These shares held from one moment to another. What holds for no time at all reaches nobody. */
  add(from: number, to: number, tick: number, shares: Shares): void {
    if (to > from) this.spans.push({ from, to, tick, shares });
  }

  /** The sums until a moment. */
  exposure(who: readonly string[], until: number): Exposure {
    const { load, versions } = this.scenario;
    const sums = { seconds: 0, newVersion: 0, failed: 0, failedByNewVersion: 0, most: 0 };
    for (const { from, to, tick, shares } of this.spans) {
      const seconds = Math.min(to, until) - from;
      if (seconds <= 0) continue;
      const fresh = (shares.new ?? 0) + (shares.newer ?? 0);
      const requests = seconds * load.requestsPerSecond;
      let answered = 0;
      for (const [version, share] of Object.entries(shares) as [VersionName, number][]) {
        const rate = percent(valueAt(versions[version].successRate, { tick, t: from, weight: fresh, nth: 0 }));
        const failing = (requests * share * (100 - rate)) / 10_000;
        sums.failed += failing;
        if (version !== 'old') sums.failedByNewVersion += failing;
        answered += share;
      }
      sums.failed += (requests * Math.max(0, 100 - answered)) / 100;
      sums.newVersion += (requests * fresh) / 100;
      sums.seconds += seconds;
      sums.most = Math.max(sums.most, fresh);
    }
    const total = sums.seconds * load.requestsPerSecond;
    const { newVersion, failed, failedByNewVersion } = sums;
    return {
      seconds: rounded(sums.seconds),
      requests: {
        total: Math.round(total),
        newVersion: Math.round(newVersion),
        failed: Math.round(failed),
        failedByNewVersion: Math.round(failedByNewVersion),
      },
      share: { most: rounded(sums.most), average: total > 0 ? rounded((100 * newVersion) / total) : 0 },
      who,
    };
  }
}

/** A success rate for counting requests: what the metrics say nothing about succeeds. */
function percent(value: MetricValue): number {
  return typeof value === 'number' ? Math.min(100, Math.max(0, value)) : value === 'fail' ? 0 : 100;
}

export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
