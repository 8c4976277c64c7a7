import { Duration } from 'cdk8s';
import {
  Alert,
  AlertSeverity,
  Analysis,
  ArgoRollout,
  Condition,
  FlaggerProvider,
  FlaggerRelease,
  GoldenSignalAlerts,
  LoadTest,
  Metric,
  Microservice,
  Parameter,
  Step,
  Webhook,
} from 'cdk8s-progressive';
import { released } from '../release/support';
import { at, type Build, objectOf, objectsOf, problemsOf, yaml } from '../support/chart';
import { argoMetrics, argoTemplate, withConstruct } from './support';

test('how often Argo Rollouts measures, and what it bears', () => {
  const metric = Metric.restarts({
    interval: Duration.seconds(30),
    count: 10,
    failureLimit: -1,
    consecutiveSuccessLimit: 3,
    consecutiveErrorLimit: 0,
    inconclusiveLimit: 2,
    initialDelay: Duration.minutes(2),
    dryRun: true,
  });
  expect(argoMetrics(Analysis.of(metric))).toMatchObject([
    {
      interval: '30s',
      count: 10,
      failureLimit: -1,
      consecutiveSuccessLimit: 3,
      consecutiveErrorLimit: 0,
      inconclusiveLimit: 2,
      initialDelay: '2m',
    },
  ]);
  expect(at(argoTemplate(Analysis.of(metric)), 'spec', 'dryRun')).toEqual([{ metricName: 'restarts' }]);
});

test('a web metric that posts, and a Job that is tried again', () => {
  const metrics = argoMetrics(
    Analysis.of(
      Metric.web({ name: 'score', url: 'http://score', method: 'POST', body: { deep: [1] }, max: 3 }),
      Metric.job({ name: 'smoke', image: 'smoke:1', backoffLimit: 2 }),
    ),
  );
  expect(at(metrics, 0, 'provider', 'web')).toEqual({ url: 'http://score', method: 'POST', jsonBody: { deep: [1] } });
  expect(at(metrics, 1, 'provider', 'job', 'spec', 'backoffLimit')).toBe(2);
});

const chats = [
  Alert.slack({ secret: 'a', channel: 'releases', username: 'flagger' }),
  Alert.msTeams({ secret: 'b', channel: 'releases', severity: AlertSeverity.WARN }),
  Alert.googleChat({ secret: 'c', channel: 'releases', severity: AlertSeverity.ERROR }),
  Alert.rocketChat({ secret: 'd', channel: 'releases', severity: AlertSeverity.ERROR }),
];

test('every chat of Flagger', () => {
  const discord = Alert.discord({ name: 'players', secret: 'e' });
  const build = released(() =>
    FlaggerRelease.canary({ stepWeight: 10, analysis: Analysis.of(Metric.successRate({ min: 99 }), ...chats, discord) }),
  );
  const providers = objectsOf(build).filter(({ manifest }) => manifest.kind === 'AlertProvider');
  expect(yaml(providers.map(({ manifest }) => manifest.spec))).toBe(`
- type: slack
  channel: releases
  username: flagger
  secretRef:
    name: a
- type: msteams
  channel: releases
  secretRef:
    name: b
- type: gchat
  channel: releases
  secretRef:
    name: c
- type: rocket
  channel: releases
  secretRef:
    name: d
- type: discord
  secretRef:
    name: e
`);
  expect(at(objectOf('Canary', build), 'spec', 'analysis', 'alerts')).toEqual([
    { name: 'slack', severity: 'info', providerRef: { name: 'reviews-slack' } },
    { name: 'msteams', severity: 'warn', providerRef: { name: 'reviews-msteams' } },
    { name: 'gchat', severity: 'error', providerRef: { name: 'reviews-gchat' } },
    { name: 'rocket', severity: 'error', providerRef: { name: 'reviews-rocket' } },
    { name: 'players', severity: 'info', providerRef: { name: 'reviews-players' } },
  ]);
});

test('every chat of Argo Rollouts; several channels share a trigger', () => {
  const more = Alert.slack({ name: 'ops', channel: 'ops', severity: AlertSeverity.ERROR });
  const build = released(() => ArgoRollout.canary({ analysis: Analysis.of(...chats, more) }));
  expect(yaml(at(objectOf('Rollout', build), 'metadata', 'annotations'))).toBe(`
notifications.argoproj.io/subscribe.on-rollout-aborted.slack: "releases;ops"
notifications.argoproj.io/subscribe.on-analysis-run-failed.slack: "releases;ops"
notifications.argoproj.io/subscribe.on-rollout-paused.slack: releases
notifications.argoproj.io/subscribe.on-analysis-run-error.slack: releases
notifications.argoproj.io/subscribe.on-rollout-updated.slack: releases
notifications.argoproj.io/subscribe.on-rollout-step-completed.slack: releases
notifications.argoproj.io/subscribe.on-rollout-completed.slack: releases
notifications.argoproj.io/subscribe.on-rollout-aborted.teams: releases
notifications.argoproj.io/subscribe.on-analysis-run-failed.teams: releases
notifications.argoproj.io/subscribe.on-rollout-paused.teams: releases
notifications.argoproj.io/subscribe.on-analysis-run-error.teams: releases
notifications.argoproj.io/subscribe.on-rollout-aborted.googlechat: releases
notifications.argoproj.io/subscribe.on-analysis-run-failed.googlechat: releases
notifications.argoproj.io/subscribe.on-rollout-aborted.rocketchat: releases
notifications.argoproj.io/subscribe.on-analysis-run-failed.rocketchat: releases
`);
});

test('a chat without what the controller needs', () => {
  const measured = Metric.successRate({ min: 99 });
  const problems = (alert: Alert) => [
    ...problemsOf(released(() => FlaggerRelease.canary({ stepWeight: 10, analysis: Analysis.of(measured, alert) }))),
    ...problemsOf(released(() => ArgoRollout.canary({ analysis: Analysis.of(alert) }))),
  ];
  expect(problems(Alert.slack())).toEqual([
    expect.stringMatching(/^shop\/reviews: alert 'slack': Flagger reads the address of the chat from a Secret; state secret/),
    expect.stringMatching(/^shop\/reviews: alert 'slack': Argo Rollouts needs a channel; state channel/),
  ]);
  expect(problems(Alert.discord({ secret: 'e' }))).toEqual([
    expect.stringMatching(/Argo Rollouts has no notifications for discord; use another chat, or FlaggerRelease/),
  ]);
});

test('a load test with Argo Rollouts is a web metric; before a blue/green promotion it asks the preview', () => {
  const build = released(() =>
    ArgoRollout.blueGreen({ prePromotion: Analysis.of(LoadTest.of({ name: 'load', path: '/list', timeout: Duration.seconds(20) })) }),
  );
  expect(at(objectOf('AnalysisTemplate', build), 'spec', 'metrics', 0, 'provider', 'web')).toMatchObject({
    timeoutSeconds: 20,
    jsonBody: { metadata: { cmd: 'hey -z 1m -q 10 -c 2 http://reviews-preview.shop:80/list' } },
  });
});

test('a webhook with Argo Rollouts', () => {
  const asked = (props: object) => Analysis.of(Webhook.rollout({ url: 'https://a', ...props }), Metric.restarts());
  expect(at(argoMetrics(asked({ timeout: Duration.seconds(3), disableTls: true }), undefined, true), 0)).toMatchObject({
    name: 'rollout',
    interval: '1m',
    provider: { web: { timeoutSeconds: 3, insecure: true } },
  });
  expect(problemsOf(released(() => ArgoRollout.canary({ analysis: asked({ retries: 2 }) })))).toEqual([
    expect.stringMatching(/^shop\/reviews: webhook 'rollout': Argo Rollouts asks once and has no retries; .*FlaggerRelease/),
  ]);
});

test('with Knative the pods of the new version are those of its revision', () => {
  const build = released(() =>
    FlaggerRelease.canary({ provider: FlaggerProvider.KNATIVE, stepWeight: 10, analysis: Analysis.of(Metric.restarts()) }),
  );
  expect(at(objectOf('MetricTemplate', build), 'spec', 'query')).toContain('pod=~"{{ route }}-deployment-.+"');
});

test('ClusterAnalysisTemplates are referred to as such', () => {
  const analysis = Analysis.of(Metric.restarts()).withOptions({ clusterScoped: true });
  const build = released(() => ArgoRollout.canary({ steps: [Step.analysis(analysis)] }));
  expect(at(objectOf('Rollout', build), 'spec', 'strategy', 'canary', 'steps', 0, 'analysis', 'templates')).toEqual([
    { templateName: 'reviews-analysis', clusterScope: true },
  ]);
});

test('alerts of a service that is there under a condition', () => {
  const enabled = Parameter.boolean('canary.enable', { defaultValue: false });
  const build: Build = (chart) => {
    const service = new Microservice(chart, 'reviews');
    service.addVersion('v1', { image: 'shop/reviews:1.0.0' });
    new GoldenSignalAlerts(chart, 'alerts', { service, when: Condition.isTrue(enabled) });
  };
  const rules = (on: boolean) => objectsOf(build, { 'canary.enable': on }).filter(({ manifest }) => manifest.kind === 'PrometheusRule');
  expect([true, false].map((on) => rules(on).length)).toEqual([1, 0]);
});

test('thresholds of the golden signals that nothing could cross', () => {
  const problems = problemsOf((chart) => {
    const service = new Microservice(chart, 'reviews');
    service.addVersion('v1', { image: 'shop/reviews:1.0.0' });
    new GoldenSignalAlerts(chart, 'alerts', { service, maxErrorPercent: 101, latencyPercentile: 100, minRequestsPerSecond: -1 });
  });
  expect(problems).toEqual([
    'shop/alerts: maxErrorPercent is 101; allowed are numbers from 0 to 100.',
    'shop/alerts: latencyPercentile is 100; allowed are numbers from 50 to 99.9.',
    'shop/alerts: minRequestsPerSecond is -1; allowed are numbers from 0 on.',
  ]);
});

test('every threshold of the golden signals', () => {
  const made = withConstruct(
    (chart, service) =>
      new GoldenSignalAlerts(chart, 'alerts', {
        service,
        maxErrorPercent: 5,
        maxLatency: Duration.seconds(2),
        latencyPercentile: 95,
        minRequestsPerSecond: 3,
        maxMemoryPercent: 80,
        maxThrottledPercent: 10,
        window: Duration.minutes(10),
        lasting: Duration.minutes(15),
      }),
    'PrometheusRule',
  );
  const rules = at(made, 'spec', 'groups', 0, 'rules') as { alert: string; expr: string; for: string }[];
  expect(rules.map(({ alert, expr }) => [alert, /[<>] [\d.]+$/.exec(expr)?.[0]])).toEqual([
    ['TooManyErrors', '> 5'],
    ['TooSlow', '> 2000'],
    ['TooFewRequests', '< 3'],
    ['TooFull', '> 80'],
    ['TooBusy', '> 10'],
  ]);
  expect(rules.every((rule) => rule.for === '15m')).toBe(true);
  expect(rules[1]?.expr).toMatch(/^histogram_quantile\(0\.95, .*\[10m\]/);
});
