import type { Rule } from '../../rule';
import { writesGatewayApi } from '../../views/canary';

export const providerFit: Rule = {
  code: 'PD0313',
  severity: 'error',
  title: 'A Canary asks for what its provider cannot do',
  why: 'Flagger ignores the setting, or the rollout stands still: what the files say is not what happens.',
  fix: 'Choose a provider that can do it, or leave the setting out.',
  links: ['https://docs.flagger.app/usage/deployment-strategies', 'https://docs.flagger.app/tutorials/gatewayapi-progressive-delivery'],
  check(subject, report) {
    for (const canary of subject.canaries) {
      const { resource, analysis, service, provider } = canary;
      if (writesGatewayApi(canary)) {
        if (service.at('gatewayRefs').items.length === 0)
          report(
            resource,
            service,
            'The provider is the Gateway API, and service.gatewayRefs is empty: Flagger cannot make the HTTPRoute.',
            { fix: 'Name the Gateway in service.gatewayRefs.' },
          );
        if (analysis.at('mirror').value === true && !analysis.at('iterations').present)
          report(
            resource,
            analysis.at('mirror'),
            'With the Gateway API a canary with mirror never gets past its first step: it stays Progressing for ever.',
            { fix: 'Leave mirror out, or use iterations.' },
          );
      }
      if (provider === 'kubernetes' && analysis.at('match').items.length > 0)
        report(resource, analysis.at('match'), 'The provider kubernetes ignores match: every release is blue/green.', {
          severity: 'warning',
        });
      if (provider === 'kubernetes' && (analysis.at('stepWeight').present || analysis.at('stepWeights').present))
        report(
          resource,
          analysis.at('stepWeight').present ? analysis.at('stepWeight') : analysis.at('stepWeights'),
          'The provider kubernetes splits no traffic: the weights are ignored, and the release is blue/green with 10 checks.',
          { severity: 'warning', fix: 'Use iterations, or a provider with traffic routing.' },
        );
      if (service.at('delegation').value === true && (service.at('hosts').items.length > 0 || service.at('gateways').items.length > 0)) {
        report(resource, service.at('delegation'), 'delegation excludes hosts and gateways: those belong to the root VirtualService.', {
          fix: 'Remove hosts and gateways from the Canary.',
        });
      }
      const affinity = analysis.at('sessionAffinity');
      const cookie = affinity.at('cookieName').text;
      if (cookie && cookie === affinity.at('primaryCookieName').text)
        report(resource, affinity.at('primaryCookieName'), `cookieName and primaryCookieName are both "${cookie}": they have to differ.`);
      if (affinity.present && canary.strategy === 'ab-test')
        report(resource, affinity, 'An A/B test discards session affinity: its routes are made anew.', { severity: 'warning' });
    }
  },
};
