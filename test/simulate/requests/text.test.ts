import { createColors } from 'picocolors';
import { answerText, resultText } from '../../../lib/simulate/requests/text';
import { askShop, object } from './shop';

const policy = object('security.istio.io/v1', 'AuthorizationPolicy', 'a', '{selector: {matchLabels: {app: web}}}');

describe('an answer in one line', () => {
  test.each<[string, string, object, string]>([
    ['versions with their shares', '', {}, '→ 200: shop/web: v1 50 %, v2 50 %'],
    ['what is not certain', policy, {}, '→ not known: shop/web: v1 50 %, v2 50 %'],
    ['nobody answers', '', { from: 'mesh:shop/web-v1', host: 'else.where' }, '→ 503: no pod of shop/else.where answers'],
  ])('%s', (_, more, request, text) => {
    expect(resultText(askShop(more, request))).toBe(text);
  });

  test('what is left out and what is assumed stand below it', () => {
    const local = object(
      'networking.istio.io/v1',
      'DestinationRule',
      'd',
      '{host: web, trafficPolicy: {loadBalancer: {localityLbSetting: {failover: [{from: a, to: b}]}}}}',
    );
    const lines = answerText({ host: 'shop.example.com' }, askShop(policy + local), createColors(false)).split('\n');
    expect(lines.filter((line) => /^ {2}(?:not modelled|assumed): /.test(line))).toEqual([
      '  not modelled: AuthorizationPolicy shop/a (ALLOW) decides at the pods whether they answer, or 403 comes back',
      '  assumed: the pods of shop/web count as equally near (DestinationRule shop/d prefers near pods)',
    ]);
  });
});
