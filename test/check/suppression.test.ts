import { check } from '../../lib/check/check';
import { manifestsOf } from './helper';

const budget = (annotation: string) =>
  manifestsOf(`
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
  annotations: { progressive.cdk8s.io/ignore: '${annotation}' }
spec: { maxUnavailable: 0, selector: {} }
`);

const codes = (annotation: string): string[] => check(budget(annotation)).findings.map(({ code }) => code);

test('an annotation with a reason suppresses a finding about its object', () => {
  const report = check(budget('PD0701: pods are moved by hand'));
  expect(report.findings).toEqual([]);
  expect(report.suppressed.map(({ finding, reason }) => [finding.code, reason])).toEqual([['PD0701', 'pods are moved by hand']]);
});

test('a suppression without a reason does not count', () => {
  expect(codes('PD0701')).toEqual(['PD0091', 'PD0701']);
});

test('one that suppresses nothing is noted', () => {
  expect(codes('PD0701: by hand; PD0101: old')).toEqual(['PD0090']);
});

test('an annotation says nothing about other objects', () => {
  const other = manifestsOf(
    '{ apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: { name: other }, spec: { maxUnavailable: 0, selector: {} } }',
  );
  expect(check([...budget('PD0701: by hand'), ...other]).findings.map(({ code, object }) => `${code} ${object?.name}`)).toEqual([
    'PD0701 other',
  ]);
});

test('a general suppression holds for all objects', () => {
  const ignore = [{ code: 'PD0701', reason: 'a test cluster', from: '--ignore' }];
  expect(check(budget(''), { ignore }).findings).toEqual([]);
  expect(check([], { ignore }).findings.map(({ code, message }) => `${code} ${message}`)).toEqual([
    'PD0090 The suppression of PD0701 (--ignore) suppresses nothing.',
  ]);
});
