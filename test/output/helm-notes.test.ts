import { helmOutput } from '../../lib/output/helm';
import { Condition } from '../../lib/parameters/condition';
import { Parameter } from '../../lib/parameters/parameter';
import { ReleaseName } from '../../lib/parameters/release-name';
import { watchesOf } from '../../lib/synth/watch';
import { environment, filesOf, manifest, small } from './small';

const flagger = Parameter.boolean('canary.enable', { defaultValue: false });
const current = Parameter.choice('web.current', { defaultValue: 'v1', choices: ['v1', 'v2'], description: 'The version | that runs.' });
const on = Condition.isTrue(flagger);
const object = (apiVersion: string, kind: string, name: unknown, when?: Condition, spec: object = {}) =>
  manifest({ apiVersion, kind, metadata: { name, namespace: 'shop' }, spec }, when);
const targetRef = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' };
const manifests = [
  object('flagger.app/v1beta1', 'Canary', 'web', on, { targetRef }),
  ...['v1', 'v2'].flatMap((version) => [
    object('apps/v1', 'Deployment', 'web', on.and(Condition.isChosen(current, version))),
    object('apps/v1', 'Deployment', 'web', on.not().and(Condition.isChosen(current, version))),
  ]),
  object('argoproj.io/v1alpha1', 'Rollout', `${new ReleaseName('shop')}-api`),
  object('v1', 'Service', 'web'),
];
const files = (of = manifests) => filesOf(helmOutput, { manifests: of, environments: [environment('prod', {})], watchOf: watchesOf(of) });

test('the notes say how each release is followed and what comes next, while it can', () => {
  expect(
    files()['templates/NOTES.txt'],
  ).toBe(`shop {{ .Chart.Version }} is installed as {{ .Release.Name }} (revision {{ .Release.Revision }}).

Its values:

  canary.enable  {{ .Values.canary.enable | toJson }}
  web.current    {{ .Values.web.current | toJson }}

How its release goes:

{{- if .Values.canary.enable }}
  kubectl get canary/web --watch --namespace shop
{{- end }}
{{- if not .Values.canary.enable }}
  kubectl rollout status deployment/web --namespace shop
{{- end }}
  kubectl argo rollouts get rollout {{ .Release.Name }}-api --watch --namespace shop

What comes next, one value at a time:

{{- if or (.Values.canary.enable) (not .Values.canary.enable) }}
  helm upgrade {{ .Release.Name }} shop --namespace {{ .Release.Namespace }} --reuse-values --set web.current=v2
{{- end }}

What is running:       helm get manifest {{ .Release.Name }} --namespace {{ .Release.Namespace }}
Back to the last one:  helm rollback {{ .Release.Name }} --namespace {{ .Release.Namespace }}
`);
});

test('a weight is named as what comes next', () => {
  expect(files(small)['templates/NOTES.txt']).toContain('--reuse-values --set review.v2.weight=20\n');
});

test('the README lists every value for a person who has only the chart', () => {
  expect(files()['README.md']).toBe(`# shop

Manifests of shop

## Installing

    helm upgrade --install shop . -f values-prod.yaml

One value at a time: \`helm upgrade shop . --reuse-values --set NAME=VALUE\`. Back: \`helm rollback shop\`.

## Values

| Value | Default | What it is for | What it may be |
|---|---|---|---|
| \`canary.enable\` | \`false\` |  | true or false |
| \`web.current\` | \`"v1"\` | The version \\| that runs. | one of v1, v2 |
`);
  expect(files([object('v1', 'Service', 'web')])['README.md']).toContain('Nothing in it varies.');
});

test('Chart.yaml says what the author states, in the order of the documentation', () => {
  const chart = { version: '1.4.0', appVersion: 'v3', kubeVersion: '>=1.29.0-0', keywords: ['shop'], maintainers: [{ name: 'Ada' }] };
  const written = filesOf(helmOutput, { manifests, environments: [environment('prod', {})], options: { chart } });
  expect(written['Chart.yaml']).toBe(`apiVersion: v2
name: shop
description: "Manifests of shop"
type: application
version: "1.4.0"
appVersion: v3
kubeVersion: ">=1.29.0-0"
keywords:
  - shop
maintainers:
  - name: Ada
`);
});
