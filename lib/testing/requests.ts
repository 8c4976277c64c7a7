import { createColors } from 'picocolors';
import type { Manifest } from '../manifest/manifest';
import { withControllers } from '../model/made/with-controllers';
import { readManifests } from '../model/read';
import type { SourcedManifest } from '../model/sourced';
import { type Calls, callChain } from '../simulate/requests/calls';
import { type Expectation, unmet } from '../simulate/requests/expectations';
import type { Request } from '../simulate/requests/request';
import { routingModel } from '../simulate/requests/routing-model';
import { answerText } from '../simulate/requests/text';

/** Manifests as tests have them: objects, or YAML. */
export type TestedManifests = string | readonly (Manifest | SourcedManifest)[];

/** A request that waits for what is expected of it. */
export class ExpectedRequest {
  constructor(
    private readonly manifests: TestedManifests,
    private readonly request: Request,
    private readonly calls: readonly Calls[],
    private readonly inverted = false,
  ) {}

  /** The opposite expectation. */
  get not(): ExpectedRequest {
    return new ExpectedRequest(this.manifests, this.request, this.calls, !this.inverted);
  }

  /** Fails unless the request reaches what is expected: a version by its name, or more by `{ shares, status, service, ... }`. */
  toReach(expectation: Expectation): void {
    const hop = callChain(routingModel(withControllers(sourced(this.manifests))), this.request, this.calls);
    const failed = unmet(expectation, hop);
    if (failed.length > 0 === this.inverted) return;
    const said = this.inverted ? ['it is answered as was not expected'] : failed;
    throw new Error(`${said.join('\n')}\n\n${answerText(this.request, hop.answer, createColors(false))}`);
  }
}

/** `request(manifests, { host: 'shop.example.com' }).toReach('v2')`: needs no test framework. */
export function request(manifests: TestedManifests, asked: Request, calls: readonly Calls[] = []): ExpectedRequest {
  return new ExpectedRequest(manifests, asked, calls);
}

/**
 * jest's `expect` with `.request` beside the matchers:
 * `const expect = withRequests(jestExpect); expect(manifests).request({ host, headers }).toReach('v2')`.
 */
export function withRequests<M extends object>(
  expect: (actual: unknown) => M,
): (actual: unknown) => M & { request(asked: Request, calls?: readonly Calls[]): ExpectedRequest } {
  return (actual) =>
    Object.assign(expect(actual), {
      request: (asked: Request, calls: readonly Calls[] = []) => new ExpectedRequest(actual as TestedManifests, asked, calls),
    });
}

function sourced(manifests: TestedManifests): readonly SourcedManifest[] {
  if (typeof manifests !== 'string')
    return manifests.map((one) =>
      'origin' in one && 'manifest' in one ? (one as SourcedManifest) : { manifest: one as Manifest, origin: {} },
    );
  const { manifests: read, problems } = readManifests([{ file: 'manifests', content: manifests }]);
  const [problem] = problems;
  if (problem) throw new Error(`The manifests cannot be read: ${problem.message} ${problem.fix}`);
  return read;
}
