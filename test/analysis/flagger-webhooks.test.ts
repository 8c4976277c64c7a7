import { Duration } from 'cdk8s';
import { Alert, AlertSeverity, Analysis, Gate, LoadTest, Webhook } from 'cdk8s-progressive';
import { yaml } from '../support/chart';
import { flaggerAnalysis } from './support';

test('every type of webhook, load tests and alerts', () => {
  const made = flaggerAnalysis(
    Analysis.of(
      Gate.confirmRollout({ url: 'http://gate/begin' }),
      Gate.confirmTrafficIncrease({ url: 'http://gate/more' }),
      Gate.confirmPromotion({ url: 'http://gate/end', muteAlert: true }),
      Gate.rollback({ url: 'http://gate/back', retries: 2 }),
      Webhook.preRollout({ url: 'http://test/smoke', timeout: Duration.seconds(20), metadata: { type: 'bash', cmd: 'run' } }),
      Webhook.rollout({ name: 'check', url: 'https://test/check', disableTls: true }),
      Webhook.postRollout({ url: 'http://chat/done' }),
      Webhook.event({ url: 'http://chat/event' }),
      LoadTest.of({ address: 'http://loadtester.tools/', path: '/list' }),
      Alert.msTeams({ secret: 'teams', severity: AlertSeverity.WARN }),
    ),
  ).analysis;
  expect(yaml(made)).toBe(`
interval: 1m
threshold: 5
stepWeight: 50
webhooks:
  - name: load-test
    type: rollout
    url: http://loadtester.tools/
    timeout: 5s
    metadata:
      type: cmd
      cmd: "hey -z 1m -q 10 -c 2 http://reviews-canary.shop:80/list"
  - name: confirm-rollout
    type: confirm-rollout
    url: http://gate/begin
  - name: confirm-traffic-increase
    type: confirm-traffic-increase
    url: http://gate/more
  - name: confirm-promotion
    type: confirm-promotion
    url: http://gate/end
    muteAlert: true
  - name: rollback
    type: rollback
    url: http://gate/back
    retries: 2
  - name: pre-rollout
    type: pre-rollout
    url: http://test/smoke
    timeout: 20s
    metadata:
      type: bash
      cmd: run
  - name: check
    type: rollout
    url: https://test/check
    disableTLS: true
  - name: post-rollout
    type: post-rollout
    url: http://chat/done
  - name: event
    type: event
    url: http://chat/event
alerts:
  - name: msteams
    severity: warn
    providerRef:
      name: reviews-msteams
`);
});
