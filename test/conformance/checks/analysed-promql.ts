import { Duration, Size } from 'cdk8s';
import { Metric, NoData } from '../../../lib';
import { type Check, equal, none, refused } from '../harness/check';
import { measuredBy } from '../harness/measured';
import { type Question, type Series, wrongAnswers } from '../harness/promtool';
import { versions } from '../harness/versions';
import { WAYS, type Way } from '../sets/ways-to-measure';

/** Samples of ten minutes and a little more, 15 seconds apart. */
const rising = (by: number) => `0+${by}x44`;
const still = (value: number) => `${value}x44`;

/** Requests to one version, and answers of each status, a scrape. */
const requests = (way: Way, version: 'new' | 'old', statuses: Readonly<Record<string, number>>): Series[] =>
  Object.entries(statuses).map(([status, by]) => ({
    series: `${way.names.count}{${way.requests[version]},${way.names.status}="${status}"}`,
    values: rising(by),
  }));

/** Requests to one version, a scrape, that took up to 100 ms or 500 to 1000 ms. */
const durations = (way: Way, version: 'new' | 'old', { quick, slow }: { quick: number; slow: number }): Series[] =>
  Object.entries({ 100: quick, 500: quick, 1000: quick + slow, Infinity: quick + slow }).map(([milliseconds, by]) => {
    const le = milliseconds === 'Infinity' ? '+Inf' : String(Number(milliseconds) / way.names.milliseconds);
    return { series: `${way.names.bucket}{${way.requests[version]},le="${le}"}`, values: rising(by) };
  });

const restarts = (way: Way, version: 'new' | 'old', values: string): Series => ({
  series: `kube_pod_container_status_restarts_total{namespace="shop",pod="${way.pods[version]}",container="reviews"}`,
  values,
});

const memory = (way: Way, version: 'new' | 'old', mebibytes: number, container = 'reviews'): Series => ({
  series: `container_memory_working_set_bytes{namespace="shop",pod="${way.pods[version]}",container="${container}"}`,
  values: still(mebibytes * 2 ** 20),
});

type Verdict = 'pass' | 'fail' | 'no data';

/** A state of affairs, what the query must yield in it, and whether that passes. */
interface Case {
  readonly what: string;
  readonly series: readonly Series[];
  readonly value: number | undefined;
  readonly verdict: Verdict;
}

interface Subject {
  readonly metric: (noData: NoData) => Metric;
  readonly cases: (way: Way) => readonly Case[];
}

const OLD_FAILS = { 500: 15 };

const SUBJECTS: readonly Subject[] = [
  {
    metric: (noData) => Metric.successRate({ min: 99, noData }),
    cases: (way) => [
      { what: 'no series', series: [], value: undefined, verdict: 'no data' },
      { what: 'requests to the old version only', series: requests(way, 'old', OLD_FAILS), value: undefined, verdict: 'no data' },
      { what: 'no request any more', series: requests(way, 'new', { 200: 0 }), value: Number.NaN, verdict: 'no data' },
      {
        what: 'all well, while the old version fails',
        series: [...requests(way, 'new', { 200: 12, 404: 3 }), ...requests(way, 'old', OLD_FAILS)],
        value: 100,
        verdict: 'pass',
      },
      { what: 'one in four fails', series: requests(way, 'new', { 200: 12, 503: 4 }), value: 75, verdict: 'fail' },
      { what: 'every one fails', series: requests(way, 'new', { 503: 4 }), value: 0, verdict: 'fail' },
    ],
  },
  {
    metric: (noData) => Metric.latency({ max: Duration.millis(500), percentile: 95, noData }),
    cases: (way) => [
      { what: 'no series', series: [], value: undefined, verdict: 'no data' },
      { what: 'no request any more', series: durations(way, 'new', { quick: 0, slow: 0 }), value: Number.NaN, verdict: 'no data' },
      {
        what: 'quick, while the old version is slow',
        series: [...durations(way, 'new', { quick: 15, slow: 0 }), ...durations(way, 'old', { quick: 0, slow: 15 })],
        value: 95,
        verdict: 'pass',
      },
      { what: 'one in ten is slow', series: durations(way, 'new', { quick: 9, slow: 1 }), value: 750, verdict: 'fail' },
    ],
  },
  {
    metric: (noData) => Metric.restarts({ max: 1, noData }),
    cases: (way) => [
      { what: 'no series', series: [], value: undefined, verdict: 'no data' },
      {
        what: 'none, while the old version restarts',
        series: [restarts(way, 'new', still(0)), restarts(way, 'old', rising(1))],
        value: 0,
        verdict: 'pass',
      },
      { what: 'three before the window', series: [restarts(way, 'new', '0x20 3x24')], value: 0, verdict: 'pass' },
      { what: 'one in the window', series: [restarts(way, 'new', '0x38 1x6')], value: 1, verdict: 'pass' },
      { what: 'two in the window', series: [restarts(way, 'new', '2x37 3x1 4x6')], value: 2, verdict: 'fail' },
      { what: 'two before the first sample', series: [restarts(way, 'new', '_x38 2x6')], value: 2, verdict: 'fail' },
    ],
  },
  {
    metric: (noData) => Metric.memory({ max: Size.mebibytes(512), noData }),
    cases: (way) => [
      { what: 'no series', series: [], value: undefined, verdict: 'no data' },
      {
        what: 'little, while the old version takes much',
        series: [memory(way, 'new', 256), memory(way, 'new', 900, ''), memory(way, 'new', 900, 'POD'), memory(way, 'old', 900)],
        value: 256 * 2 ** 20,
        verdict: 'pass',
      },
      { what: 'much', series: [memory(way, 'new', 600)], value: 600 * 2 ** 20, verdict: 'fail' },
    ],
  },
];

const DECIDED = { [NoData.PASS]: 'pass', [NoData.FAIL]: 'fail', [NoData.INCONCLUSIVE]: 'inconclusive' } as const;

/** Flagger has no answer `inconclusive`, and puts a value that passes where there is none. */
const behaviours = (way: Way) => [NoData.FAIL, NoData.PASS, ...(way.title.startsWith('Argo') ? [NoData.INCONCLUSIVE] : [])];

export const check: Check = {
  name: 'analysed-promql',
  title: 'the queries of an analysis yield, in a real Prometheus engine, what the controllers are to decide by',
  needs: ['promtool'],
  async run(context) {
    for (const way of WAYS) {
      const questions: Question[] = [];
      let passed = true;
      for (const { metric, cases } of SUBJECTS) {
        for (const noData of behaviours(way)) {
          const measured = measuredBy(way.release, metric(noData));
          if (!measured) continue;
          for (const { what, series, value, verdict } of cases(way)) {
            const empty = value === undefined || Number.isNaN(value);
            const filledIn = noData === NoData.PASS && way.title.startsWith('Flagger');
            const title = `${way.title}: ${metric(noData).name}, no data is to ${noData}: ${what}`;
            const answer = empty && filledIn ? measured.passing : value;
            questions.push({ what: title, series, query: measured.query, value: answer });
            passed = equal(context, title, measured.verdict(answer), verdict === 'no data' ? DECIDED[noData] : verdict) && passed;
          }
        }
      }
      passed = none(context, `${way.title}: ${questions.length} answers`, await wrongAnswers(questions)) && passed;
      context.verified({ strategy: way.title, program: 'promtool', version: versions.promtool, shown: 'answers to the queries', passed });
    }
    const [way] = WAYS as [Way];
    const wrong = { what: 'wrong', series: requests(way, 'new', { 200: 1, 500: 1 }), query: `sum(rate(${way.names.count}[1m]))`, value: 1 };
    refused(context, 'a query that yields something else', await wrongAnswers([wrong]), /got:/);
  },
};
