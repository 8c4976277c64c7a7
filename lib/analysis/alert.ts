import { requireShape } from '../shapes/shapes';
import { AnalysisPart } from './part';

/** From which severity on a message is sent. */
export enum AlertSeverity {
  /** Every step of a release. */
  INFO = 'info',
  /** What delays it, and what is worse. */
  WARN = 'warn',
  /** What ends it. */
  ERROR = 'error',
}

/** Where messages go. */
export interface AlertProps {
  /** Names the alert and its AlertProvider. Default: the kind of chat. */
  readonly name?: string;
  /** The channel or recipient. Becomes `channel`; the value of the notification's annotation, for which Argo Rollouts needs it. Default: the chat's own. */
  readonly channel?: string;
  /** The Secret with `address` (the incoming webhook) or `token`. Becomes `secretRef`. Flagger needs it: addresses are secrets. Default: none. */
  readonly secret?: string;
  /** The name under which messages are sent. Becomes `username`. Flagger. Default: Flagger's. */
  readonly username?: string;
  /** From which severity on a message is sent. Flagger: `alerts[].severity`; Argo Rollouts: which triggers are subscribed to. Default: `AlertSeverity.INFO`. */
  readonly severity?: AlertSeverity;
}

/** The kinds of chat, as Flagger's AlertProvider names them. */
export type ChatKind = 'slack' | 'msteams' | 'discord' | 'rocket' | 'gchat';

/**
 * Who is told how a release goes. Flagger: an AlertProvider, https://docs.flagger.app/usage/alerting; Argo Rollouts: annotations that subscribe
 * to triggers, https://argo-rollouts.readthedocs.io/en/stable/features/notifications/
 */
export class Alert extends AnalysisPart {
  /** Slack. */
  public static slack(props: AlertProps = {}): Alert {
    requireShape('AlertProps', props, 'Alert.slack()');
    return new Alert('slack', props);
  }

  /** Microsoft Teams. */
  public static msTeams(props: AlertProps = {}): Alert {
    requireShape('AlertProps', props, 'Alert.msTeams()');
    return new Alert('msteams', props);
  }

  /** Google Chat. */
  public static googleChat(props: AlertProps = {}): Alert {
    requireShape('AlertProps', props, 'Alert.googleChat()');
    return new Alert('gchat', props);
  }

  /** Rocket.Chat. */
  public static rocketChat(props: AlertProps = {}): Alert {
    requireShape('AlertProps', props, 'Alert.rocketChat()');
    return new Alert('rocket', props);
  }

  /** Discord. Flagger only. */
  public static discord(props: AlertProps = {}): Alert {
    requireShape('AlertProps', props, 'Alert.discord()');
    return new Alert('discord', props);
  }

  /** @internal */
  public readonly _part = 'alert';
  /** Names the alert. */
  public readonly name: string;
  /** @internal */
  public readonly _kind: ChatKind;
  /** @internal */
  public readonly _props: AlertProps;

  private constructor(kind: unknown, props: AlertProps) {
    super();
    this._kind = kind as ChatKind;
    this._props = props;
    this.name = props.name ?? this._kind;
  }
}
