import type { Microservice } from '../service/microservice';
import { type Alert, AlertSeverity, type ChatKind } from './alert';

const ENDS = ['on-rollout-aborted', 'on-analysis-run-failed'];
const DELAYS = ['on-rollout-paused', 'on-analysis-run-error'];
const STEPS = ['on-rollout-updated', 'on-rollout-step-completed', 'on-rollout-completed'];

/** Triggers of the catalogue that Argo Rollouts installs, by severity. */
const TRIGGERS: { readonly [severity in AlertSeverity]: readonly string[] } = {
  [AlertSeverity.ERROR]: ENDS,
  [AlertSeverity.WARN]: [...ENDS, ...DELAYS],
  [AlertSeverity.INFO]: [...ENDS, ...DELAYS, ...STEPS],
};

/** How the notification services are called. */
const SERVICES: { readonly [kind in ChatKind]: string | undefined } = {
  slack: 'slack',
  msteams: 'teams',
  rocket: 'rocketchat',
  gchat: 'googlechat',
  discord: undefined,
};

/** Annotations that subscribe to notifications. See https://argo-rollouts.readthedocs.io/en/stable/features/notifications/ */
export function argoAlerts(service: Microservice, alerts: readonly Alert[]): { [annotation: string]: string } {
  const annotations: { [annotation: string]: string } = {};
  for (const alert of alerts) {
    const chat = SERVICES[alert._kind];
    const { channel, severity = AlertSeverity.INFO } = alert._props;
    if (chat === undefined) {
      service.addProblem(
        `alert '${alert.name}': Argo Rollouts has no notifications for ${alert._kind}; use another chat, or FlaggerRelease.`,
      );
      continue;
    }
    if (channel === undefined) {
      service.addProblem(`alert '${alert.name}': Argo Rollouts needs a channel; state channel: '...'.`);
      continue;
    }
    for (const trigger of TRIGGERS[severity]) {
      const key = `notifications.argoproj.io/subscribe.${trigger}.${chat}`;
      const before = annotations[key];
      annotations[key] = before === undefined ? channel : `${before};${channel}`;
    }
  }
  return annotations;
}
