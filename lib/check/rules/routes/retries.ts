import type { Field } from '../../field';
import type { Resource } from '../../resource';
import type { Reporter, Rule } from '../../rule';

export const retriesWithoutAttempts: Rule = {
  code: 'PD0115',
  severity: 'error',
  title: 'Retries are set to 0 attempts and described nevertheless',
  why: 'Istio refuses a VirtualService with attempts 0 beside retryOn or perTryTimeout. Inside a Canary nobody notices: Flagger fails when it writes the VirtualService, and the rollout stays where it is.',
  fix: 'Remove retryOn and perTryTimeout to switch retries off, or set attempts to 1 or more.',
  links: ['https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRetry'],
  check(subject, report) {
    for (const { resource, http } of subject.virtualServices)
      for (const { field } of http) checkRetries(resource, field.at('retries'), report);
    for (const { resource, service } of subject.canaries) checkRetries(resource, service.at('retries'), report);
  },
};

function checkRetries(resource: Resource, retries: Field, report: Reporter): void {
  if (!retries.present) return;
  const attempts = retries.at('attempts').number ?? 0;
  const extra = ['retryOn', 'perTryTimeout'].filter((name) => retries.at(name).present && retries.at(name).value !== '');
  if (attempts < 0)
    report(resource, retries.at('attempts'), `attempts is ${attempts}: it cannot be negative.`, { fix: 'Set attempts to 0 or more.' });
  if (attempts === 0 && extra.length > 0) {
    const said = retries.at('attempts').present ? 'attempts is 0' : 'attempts is left out, which counts as 0,';
    report(
      resource,
      retries.at('attempts').present ? retries.at('attempts') : retries,
      `${said} beside ${extra.join(' and ')}: Istio refuses the object.`,
    );
  }
}
