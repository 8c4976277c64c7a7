import { checkManifests } from '../../lib/testing/check';
import { progressiveMatchers } from '../../lib/testing/jest-matcher';

declare global {
  namespace jest {
    interface Matchers<R> {
      toPassChecks(): R;
    }
  }
}

expect.extend(progressiveMatchers);

const deployment = (selector: string) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web' },
  spec: {
    selector: { matchLabels: { app: selector } },
    template: { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'web', image: 'web:1' }] } },
  },
});

test('passes what has neither errors nor warnings', () => {
  expect([deployment('web')]).toPassChecks();
  expect(checkManifests([deployment('web')]).findings.map(({ code }) => code)).toEqual(['PD0901']);
});

test('says what is wrong, where, and how to mend it', () => {
  expect([deployment('wob')]).not.toPassChecks();
  expect(() => expect([deployment('wob')]).toPassChecks()).toThrow(
    /error PD0204 Deployment web spec\.selector\.matchLabels\.app: The selector asks for app: wob/,
  );
});

test('takes suppressions with a reason', () => {
  const { pass } = progressiveMatchers.toPassChecks([deployment('wob')], {
    ignore: [{ code: 'PD0204', reason: 'on purpose', from: 'test' }],
  });
  expect(pass).toBe(true);
});
