import fc from 'fast-check';
import { NoData } from '../../lib/analysis/metric-props';
import { passingWithoutData, type QueryScope, queryOf, unknownPlaceholders, withPlaceholders } from '../../lib/analysis/queries';
import { Telemetry } from '../../lib/analysis/telemetry';
import { promqlProblem } from '../../lib/check/grammar/promql';

const scope = (telemetry: Telemetry, window: string): QueryScope => ({
  telemetry,
  requests: 'a="b", c!~"d.*"',
  namespace: '{{ namespace }}',
  service: 'reviews',
  pods: 'reviews-[0-9a-z]+',
  window,
  argument: (name) => (name === 'known' ? '{{args.known}}' : undefined),
});

const scopes = fc.record({
  telemetry: fc.constantFrom(...Object.values(Telemetry)),
  window: fc.constantFrom('30s', '5m', '1h', '{{ interval }}'),
});

test('every query of the library is PromQL, whatever measures and however long it looks back', () => {
  const sources = fc.oneof(
    fc.constant({ kind: 'success-rate' as const }),
    fc.constant({ kind: 'restarts' as const }),
    fc.constant({ kind: 'memory' as const }),
    fc.double({ min: 50, max: 99.9, noNaN: true }).map((percentile) => ({ kind: 'latency' as const, percentile })),
  );
  fc.assert(
    fc.property(sources, scopes, fc.constantFrom(NoData.PASS, NoData.FAIL), (source, { telemetry, window }, noData) => {
      const query = passingWithoutData(String(queryOf(source, scope(telemetry, window))), noData, '99');
      expect(promqlProblem(query)).toBeUndefined();
    }),
  );
});

test('a success rate of nothing but errors is 0, not absent', () => {
  expect(queryOf({ kind: 'success-rate' }, scope(Telemetry.ISTIO_DESTINATION, '1m'))).toBe(
    [
      '(',
      '  sum(rate(istio_requests_total{a="b", c!~"d.*", response_code!~"5.."}[1m]))',
      '  or vector(0)',
      ')',
      '/ sum(rate(istio_requests_total{a="b", c!~"d.*"}[1m]))',
      '* 100',
    ].join('\n'),
  );
});

test('durations are milliseconds, also where the series are seconds', () => {
  const seconds = queryOf({ kind: 'latency', percentile: 95 }, scope(Telemetry.APPLICATION, '1m'));
  expect(seconds).toMatch(/^histogram_quantile\(0\.95,\n.*http_request_duration_seconds_bucket.*\n\) \* 1000$/);
  expect(queryOf({ kind: 'latency', percentile: 99 }, scope(Telemetry.KNATIVE, '1m'))).toMatch(/upstream_rq_time_bucket.*\n\)$/);
});

test('placeholders become those of the controller; unknown ones are named', () => {
  const here = scope(Telemetry.APPLICATION, '1m');
  expect(withPlaceholders('{{namespace}} {{ service }} {{interval}} {{pods}} {{args.known}}', here)).toBe(
    '{{ namespace }} reviews 1m reviews-[0-9a-z]+ {{args.known}}',
  );
  expect(unknownPlaceholders('{{args.known}} {{args.other}} {{what}}', here)).toEqual(['args.other', 'what']);
});
