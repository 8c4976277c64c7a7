import type { Exposure } from './course';
import type { MetricValue, Scenario, VersionName } from './scenario/scenario';
import { valueAt } from './scenario/series';

/** Percent of all requests that each version answers; what is missing to 100 fails because no pod is there to answer. */
export type Shares = Partial<Record<VersionName, number>>;

/** Adds up, over time, which version answers how many requests and how many of them fail. */
export class ExposureMeter {
  private seconds = 0;
  private newVersion = 0;
  private failed = 0;
  private failedByNewVersion = 0;
  private most = 0;

  constructor(private readonly scenario: Scenario) {}

  /** These shares held from one moment to another. */
  add(from: number, to: number, tick: number, shares: Shares): void {
    const { load, versions } = this.scenario;
    const span = to - from;
    const fresh = (shares.new ?? 0) + (shares.newer ?? 0);
    // What holds for no time at all reaches nobody.
    if (span <= 0) return;
    this.most = Math.max(this.most, fresh);
    const requests = span * load.requestsPerSecond;
    let answered = 0;
    for (const [version, share] of Object.entries(shares) as [VersionName, number][]) {
      const rate = percent(valueAt(versions[version].successRate, { tick, t: from, weight: fresh, nth: 0 }));
      const failing = (requests * share * (100 - rate)) / 10_000;
      this.failed += failing;
      if (version !== 'old') this.failedByNewVersion += failing;
      answered += share;
    }
    this.failed += (requests * Math.max(0, 100 - answered)) / 100;
    this.newVersion += (requests * fresh) / 100;
    this.seconds += span;
  }

  exposure(who: readonly string[]): Exposure {
    const total = this.seconds * this.scenario.load.requestsPerSecond;
    return {
      seconds: rounded(this.seconds),
      requests: {
        total: Math.round(total),
        newVersion: Math.round(this.newVersion),
        failed: Math.round(this.failed),
        failedByNewVersion: Math.round(this.failedByNewVersion),
      },
      share: { most: rounded(this.most), average: total > 0 ? rounded((100 * this.newVersion) / total) : 0 },
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
