import type { Duration } from 'cdk8s';
import { requireShape } from '../shapes/shapes';
import { AnalysisPart } from './part';

/** Which requests are made, and by which load tester. */
export interface LoadTestProps {
  /** Names it in events. Default: `load-test`. */
  readonly name?: string;
  /** The command that makes the requests; `{{canary}}` stands for the address of the new version. Default: `hey` at 10 requests a second. */
  readonly command?: string;
  /** Where Flagger's load tester listens. Default: `http://flagger-loadtester.test/`. */
  readonly address?: string;
  /** The path that is asked by the default command. Default: `/`. */
  readonly path?: string;
  /** How long the load tester may take to answer. Default: 5 seconds. */
  readonly timeout?: Duration;
}

/**
 * Requests that are made during a release, so that there is something to measure. Flagger: a webhook of type `rollout`; Argo Rollouts: a web
 * metric; both ask Flagger's load tester. See https://docs.flagger.app/usage/webhooks#load-testing
 */
export class LoadTest extends AnalysisPart {
  /** Requests by a command of the load tester. */
  public static of(props: LoadTestProps = {}): LoadTest {
    requireShape('LoadTestProps', props, 'LoadTest.of()');
    return new LoadTest(props);
  }

  /** @internal */
  public readonly _part = 'load-test';
  /** Names it in events. */
  public readonly name: string;
  /** Where the load tester listens. */
  public readonly address: string;
  /** @internal */
  public readonly _timeout: Duration | undefined;
  private readonly props: LoadTestProps;

  private constructor(props: LoadTestProps) {
    super();
    this.props = props;
    this.name = props.name ?? 'load-test';
    this.address = props.address ?? 'http://flagger-loadtester.test/';
    this._timeout = props.timeout;
  }

  /**
   * The command for the new version's address, such as `http://reviews-canary.shop:80`.
   * @internal
   */
  public _command(canary: string): string {
    return this.props.command?.replaceAll('{{canary}}', canary) ?? `hey -z 1m -q 10 -c 2 ${canary}${this.props.path ?? '/'}`;
  }
}
