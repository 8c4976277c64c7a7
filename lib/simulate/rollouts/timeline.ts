import type { Scenario, ScenarioEvent } from './scenario/scenario';
import { lastChange } from './scenario/series';

/** The events of a scenario in their order, and the moment after which it brings nothing new. */
export class Timeline {
  private readonly inOrder: readonly { readonly at: number; readonly event: ScenarioEvent }[];
  private done = 0;
  readonly lastTick: number;
  readonly lastTime: number;

  /** `interval` is that of Flagger's looks: what happens at a tick happens half an interval before that look. */
  constructor(scenario: Scenario, interval = 0) {
    const timeOf = ({ at }: ScenarioEvent) => ('t' in at ? at.t : (at.tick - 0.5) * interval);
    this.inOrder = scenario.events.map((event) => ({ at: timeOf(event), event })).sort((a, b) => a.at - b.at);
    const series = [
      ...Object.values(scenario.metrics),
      ...Object.values(scenario.webhooks),
      ...Object.values(scenario.versions).flatMap((one) => [one.successRate, one.latency]),
    ];
    const last = series.map(lastChange);
    this.lastTick = Math.max(0, ...last.map((one) => one.tick));
    this.lastTime = Math.max(0, ...last.map((one) => one.t), ...this.inOrder.map(({ at }) => at));
  }

  /** The moment of the next event, if there is one. */
  get next(): number {
    return this.inOrder[this.done]?.at ?? Number.POSITIVE_INFINITY;
  }

  /** Takes the events that are due. */
  due(now: number): readonly ScenarioEvent[] {
    const due: ScenarioEvent[] = [];
    for (let one = this.inOrder[this.done]; one && one.at <= now; one = this.inOrder[++this.done]) due.push(one.event);
    return due;
  }
}
