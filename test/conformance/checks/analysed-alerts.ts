import { Duration } from 'cdk8s';
import { GoldenSignalAlerts, type GoldenSignalAlertsProps, Microservice, Telemetry } from '../../../lib';
import { type Check, none, refused } from '../harness/check';
import { emit } from '../harness/emit';
import { type AlertQuestion, type Series, wrongAlerts } from '../harness/promtool';
import { versions } from '../harness/versions';

/** The `spec` of the PrometheusRule for the service `reviews` in the namespace `shop`. */
function rulesFor(props: Omit<GoldenSignalAlertsProps, 'service'>): object {
  const objects = emit('shop', (chart) => {
    const service = new Microservice(chart, 'reviews');
    service.addVersion('v1', { image: 'reviews:1' });
    new GoldenSignalAlerts(chart, 'alerts', { service, ...props });
  });
  return objects.find(({ kind }) => kind === 'PrometheusRule')?.spec as object;
}

/** How each source labels the series of a version. */
interface Source {
  readonly telemetry: Telemetry;
  readonly by: string;
  readonly requests: (version: string, status: number) => string;
  readonly bucket: (version: string, milliseconds: number) => string;
}

const istio = (reporter: string) => (version: string) =>
  `reporter="${reporter}",destination_workload_namespace="shop",destination_canonical_service="reviews",destination_canonical_revision="${version}"`;
const program = (version: string) => `namespace="shop",app="reviews",version="${version}"`;
const le = (limit: number) => (Number.isFinite(limit) ? String(limit) : '+Inf');
const byIstio = (telemetry: Telemetry, reporter: string): Source => ({
  telemetry,
  by: 'destination_canonical_revision',
  requests: (version, status) => `istio_requests_total{${istio(reporter)(version)},response_code="${status}"}`,
  bucket: (version, limit) => `istio_request_duration_milliseconds_bucket{${istio(reporter)(version)},le="${le(limit)}"}`,
});

const SOURCES: readonly Source[] = [
  byIstio(Telemetry.ISTIO_DESTINATION, 'destination'),
  byIstio(Telemetry.ISTIO_SOURCE, 'source'),
  {
    telemetry: Telemetry.APPLICATION,
    by: 'version',
    requests: (version, status) => `http_request_duration_seconds_count{${program(version)},status="${status}"}`,
    bucket: (version, limit) => `http_request_duration_seconds_bucket{${program(version)},le="${le(limit / 1000)}"}`,
  },
];

/** Two hours, a sample a minute. */
const LONG = 120;
const series = (name: string, values: string): Series => ({ series: name, values });
const container = (name: string, pod: string, more = '') => `${name}{namespace="shop",pod="${pod}",container="reviews"${more}}`;

function questionsOf({ by, requests, bucket }: Source): AlertQuestion[] {
  const well = series(requests('v1', 200), `0+600x${LONG}`);
  const alert = (name: string, severity: string, labels: object, summary: string) => ({
    alert: name,
    firing: [{ exp_labels: { severity, service: 'reviews', ...labels }, exp_annotations: { summary } }],
  });
  const errors = alert('TooManyErrors', 'critical', { [by]: 'v2' }, 'reviews v2: 50 % of the answers are errors.');
  const slow = alert('TooSlow', 'critical', { [by]: 'v2' }, 'reviews v2: the 99th percentile takes 995 ms.');
  const full = alert('TooFull', 'warning', { pod: 'reviews-2' }, 'reviews: the pod reviews-2 uses 95 % of its memory.');
  const busy = alert(
    'TooBusy',
    'warning',
    { pod: 'reviews-2' },
    'reviews: the pod reviews-2 is held back by its CPU limit 50 % of the time.',
  );
  const few = (rate: string) => alert('TooFewRequests', 'warning', {}, `reviews: only ${rate} requests a second.`);
  const silent = (name: string) => ({ alert: name, firing: [] });
  const half = [well, series(requests('v2', 200), `0+60x${LONG}`), series(requests('v2', 503), `0+60x${LONG}`)];
  const durations = (version: string, quick: number, late: number) =>
    [500, 1000, Number.POSITIVE_INFINITY].map((limit) =>
      series(bucket(version, limit), `0+${limit === 500 ? quick : quick + late}x${LONG}`),
    );
  const memory = [95, 50].flatMap((percent, index) => [
    series(container('container_memory_working_set_bytes', `reviews-${2 - index}`), `${percent * 10}x${LONG}`),
    series(container('kube_pod_container_resource_limits', `reviews-${2 - index}`, ',resource="memory"'), `1000x${LONG}`),
  ]);
  const cpu = [300, 60].flatMap((throttled, index) => [
    series(container('container_cpu_cfs_throttled_periods_total', `reviews-${2 - index}`), `0+${throttled}x${LONG}`),
    series(container('container_cpu_cfs_periods_total', `reviews-${2 - index}`), `0+600x${LONG}`),
  ]);
  const at = '110m';
  return [
    { what: 'half of the answers of v2 are errors', series: half, at, ...errors },
    { what: 'not before it has lasted for five minutes', series: half, at: '5m', ...silent('TooManyErrors') },
    { what: 'no errors', series: [well], at, ...silent('TooManyErrors') },
    { what: 'an idle version', series: [series(requests('v2', 503), `9x${LONG}`)], at, ...silent('TooManyErrors') },
    { what: 'v2 is slow', series: [...durations('v1', 60, 0), ...durations('v2', 0, 60)], at, ...slow },
    { what: 'both are quick', series: [...durations('v1', 60, 0), ...durations('v2', 60, 0)], at, ...silent('TooSlow') },
    { what: 'slow requests that are over', series: durations('v2', 0, 0), at, ...silent('TooSlow') },
    { what: 'as many requests as an hour before', series: [well], at, ...silent('TooFewRequests') },
    {
      what: 'requests move from v1 to v2',
      series: [series(requests('v1', 200), '0+600x80 48000x40'), series(requests('v2', 200), '0x80 0+600x40')],
      at,
      ...silent('TooFewRequests'),
    },
    { what: 'no requests any more', series: [series(requests('v1', 200), '0+600x80 48000x40')], at, ...few('0') },
    { what: 'nothing is left that counts', series: [series(requests('v1', 200), '0+600x80 _x40')], at, ...few('0') },
    { what: 'there never were requests', series: [], at, ...silent('TooFewRequests') },
    { what: 'memory of one pod', series: memory, at, ...full },
    { what: 'memory of none', series: memory.slice(2), at, ...silent('TooFull') },
    { what: 'CPU of one pod', series: cpu, at, ...busy },
    { what: 'CPU of none', series: cpu.slice(2), at, ...silent('TooBusy') },
  ];
}

export const check: Check = {
  name: 'analysed-alerts',
  title: 'the alerts of the golden signals sound in a real Prometheus engine when they should, and only then',
  needs: ['promtool'],
  async run(context) {
    for (const source of SOURCES) {
      const questions = questionsOf(source);
      const passed = none(
        context,
        `${source.telemetry}: ${questions.length} alerts`,
        await wrongAlerts(rulesFor({ telemetry: source.telemetry }), questions),
      );
      context.verified({
        strategy: `GoldenSignalAlerts (${source.telemetry})`,
        program: 'promtool',
        version: versions.promtool,
        shown: 'alerts',
        passed,
      });
    }
    const few = { what: 'fewer than stated', series: [], at: '20m', alert: 'TooFewRequests' };
    const stated = rulesFor({ minRequestsPerSecond: 1, lasting: Duration.minutes(10), labels: { team: 'shop' } });
    const labels = { severity: 'warning', service: 'reviews', team: 'shop' };
    const firing = [{ exp_labels: labels, exp_annotations: { summary: 'reviews: only 0 requests a second.' } }];
    none(context, few.what, await wrongAlerts(stated, [{ ...few, firing }]));
    refused(context, 'an alert that should be silent', await wrongAlerts(stated, [{ ...few, firing: [] }]), /got:/);
  },
};
