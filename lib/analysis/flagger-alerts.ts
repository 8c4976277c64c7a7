import type { TreeObject } from '../manifest/tree';
import { serviceLabels } from '../service/labels';
import type { Microservice } from '../service/microservice';
import { type Alert, AlertSeverity } from './alert';

/** Adds one AlertProvider per alert; returns `spec.analysis.alerts`. See https://docs.flagger.app/usage/alerting */
export function flaggerAlerts(service: Microservice, alerts: readonly Alert[]): TreeObject[] {
  return alerts.map((alert) => {
    const name = `${service.name}-${alert.name}`;
    const { channel, secret, username, severity } = alert._props;
    if (secret === undefined)
      service.addProblem(
        `alert '${alert.name}': Flagger reads the address of the chat from a Secret; state secret: '...' (a Secret with the key address).`,
      );
    service.addObject(`alert-provider-${alert.name}`, {
      apiVersion: 'flagger.app/v1beta1',
      kind: 'AlertProvider',
      name,
      labels: serviceLabels(service),
      fields: { spec: { type: alert._kind, channel, username, secretRef: secret === undefined ? undefined : { name: secret } } },
    });
    return { name: alert.name, severity: severity ?? AlertSeverity.INFO, providerRef: { name } };
  });
}
