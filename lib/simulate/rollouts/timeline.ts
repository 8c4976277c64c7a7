import type { Scenario, ScenarioEvent } from './scenario/scenario';
import { lastChange } from './scenario/series';

/** The events of a scenario in their order, and the moment after which it brings nothing new. */
export class Timeline {
  private readonly byTime: readonly ScenarioEvent[];
  private done = 0;
  readonly lastTick: number;
  readonly lastTime: number;

  constructor(private readonly scenario: Scenario) {
    this.byTime = scenario.events.filter((event) => 't' in event.at).sort((a, b) => timeOf(a) - timeOf(b));
    const series = [
      ...Object.values(scenario.metrics),
      ...Object.values(scenario.webhooks),
      ...Object.values(scenario.versions).flatMap((one) => [one.successRate, one.latency]),
    ];
    const last = series.map(lastChange);
    this.lastTick = Math.max(
      0,
      ...last.map((one) => one.tick),
      ...scenario.events.map((event) => ('tick' in event.at ? event.at.tick : 0)),
    );
    this.lastTime = Math.max(0, ...last.map((one) => one.t), ...this.byTime.map(timeOf));
  }

  atTick(tick: number): readonly ScenarioEvent[] {
    return this.scenario.events.filter((event) => 'tick' in event.at && event.at.tick === tick);
  }

  /** The moment of the next event by time, if there is one. */
  get next(): number {
    const event = this.byTime[this.done];
    return event ? timeOf(event) : Number.POSITIVE_INFINITY;
  }

  /** Takes the events that are due. */
  due(now: number): readonly ScenarioEvent[] {
    const due: ScenarioEvent[] = [];
    for (let event = this.byTime[this.done]; event && timeOf(event) <= now; event = this.byTime[++this.done]) due.push(event);
    return due;
  }
}

function timeOf(event: ScenarioEvent): number {
  return 't' in event.at ? event.at.t : Number.POSITIVE_INFINITY;
}
