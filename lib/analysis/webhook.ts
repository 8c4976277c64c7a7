import type { Duration } from 'cdk8s';
import { requireShape } from '../shapes/shapes';
import { AnalysisPart } from './part';

/** When a webhook is asked; becomes `spec.analysis.webhooks[].type` of a Canary. */
export type WebhookType =
  | 'confirm-rollout'
  | 'pre-rollout'
  | 'rollout'
  | 'confirm-traffic-increase'
  | 'confirm-promotion'
  | 'post-rollout'
  | 'rollback'
  | 'event';

/** What is asked, and how. */
export interface WebhookProps {
  /** Names it in events. Default: its type. */
  readonly name?: string;
  /** What is asked by POST. Flagger takes the statuses 200 to 202 for yes. */
  readonly url: string;
  /** How long an answer may take. Becomes `timeout`; Argo Rollouts: `timeoutSeconds`. Default: 10 seconds. */
  readonly timeout?: Duration;
  /** Sent along in the JSON body. Becomes `metadata`. Default: nothing. */
  readonly metadata?: { [key: string]: string };
  /** Sends no alert for it. Becomes `muteAlert`. Flagger only. Default: false. */
  readonly muteAlert?: boolean;
  /** How often it is asked again on failure. Becomes `retries`. Flagger only. Default: 0. */
  readonly retries?: number;
  /** Asks HTTPS addresses without checking their certificates. Becomes `disableTLS`; Argo Rollouts: `insecure`. Default: false. */
  readonly disableTls?: boolean;
}

/**
 * Something outside that is asked or told during a release. See https://docs.flagger.app/usage/webhooks
 *
 * Argo Rollouts knows `preRollout` and `rollout`: they become web metrics.
 */
export class Webhook extends AnalysisPart {
  /** Asked before the new version gets any request; a refusal is a failed check. */
  public static preRollout(props: WebhookProps): Webhook {
    requireShape('WebhookProps', props, 'Webhook.preRollout()');
    return new Webhook('pre-rollout', props);
  }

  /** Asked at every check, before the metrics; a refusal is a failed check. */
  public static rollout(props: WebhookProps): Webhook {
    requireShape('WebhookProps', props, 'Webhook.rollout()');
    return new Webhook('rollout', props);
  }

  /** Told after promotion and after rollback. */
  public static postRollout(props: WebhookProps): Webhook {
    requireShape('WebhookProps', props, 'Webhook.postRollout()');
    return new Webhook('post-rollout', props);
  }

  /** Told of every event. */
  public static event(props: WebhookProps): Webhook {
    requireShape('WebhookProps', props, 'Webhook.event()');
    return new Webhook('event', props);
  }

  /** @internal */
  public readonly _part = 'webhook';
  /** @internal */
  public readonly _type: WebhookType;
  /** @internal */
  public readonly _props: WebhookProps;

  /** @internal */
  protected constructor(type: unknown, props: WebhookProps) {
    super();
    this._type = type as WebhookType;
    this._props = props;
  }

  /** @internal */
  public get _name(): string {
    return this._props.name ?? this._type;
  }
}

/**
 * A person or a program that must say yes. Flagger asks an address; with Argo Rollouts a gate is `Step.pause()` or `autoPromotion: false`.
 */
export class Gate extends Webhook {
  /** Asked before anything begins. */
  public static confirmRollout(props: WebhookProps): Gate {
    requireShape('WebhookProps', props, 'Gate.confirmRollout()');
    return new Gate('confirm-rollout', props);
  }

  /** Asked before every step up; while it says no, the weight stays and nothing fails. */
  public static confirmTrafficIncrease(props: WebhookProps): Gate {
    requireShape('WebhookProps', props, 'Gate.confirmTrafficIncrease()');
    return new Gate('confirm-traffic-increase', props);
  }

  /** Asked before the new version replaces the old one. */
  public static confirmPromotion(props: WebhookProps): Gate {
    requireShape('WebhookProps', props, 'Gate.confirmPromotion()');
    return new Gate('confirm-promotion', props);
  }

  /** Asked at every check: yes rolls back at once. */
  public static rollback(props: WebhookProps): Gate {
    requireShape('WebhookProps', props, 'Gate.rollback()');
    return new Gate('rollback', props);
  }
}
