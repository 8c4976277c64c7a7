import type { CheckOptions } from '../check/check';
import { checkManifests, findingText, type Manifests } from './check';

interface MatcherAnswer {
  readonly pass: boolean;
  message(): string;
}

/**
 * Matchers for `expect.extend`: `expect(manifests).toPassChecks()` holds when there is neither an error nor a warning. Options are those of
 * `check`, for example `{ ignore: [{ code: 'PD0701', reason: 'one replica is enough', from: 'test' }] }`.
 */
export const progressiveMatchers = {
  toPassChecks(received: Manifests, options: CheckOptions = {}): MatcherAnswer {
    const findings = checkManifests(received, options).findings.filter(({ severity }) => severity !== 'note');
    return {
      pass: findings.length === 0,
      message: () =>
        findings.length === 0
          ? 'expected the checks to find something, and they found nothing'
          : `expected the checks to find nothing, and they found:\n${findings.map((finding) => `  ${findingText(finding)}`).join('\n')}`,
    };
  },
};
