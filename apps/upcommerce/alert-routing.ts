import { stringify } from 'yaml';

const SECRETS = '/etc/alertmanager/secrets/upcommerce-alerting';

/** Alertmanager's configuration: every alert goes to the team by mail and to its channel. Passwords and addresses that are secret stand in mounted files. */
export const alertRouting = stringify(
  {
    global: { resolve_timeout: '1m' },
    route: { receiver: 'notifications', group_by: ['alertname'], group_wait: '10s', group_interval: '2m', repeat_interval: '2m' },
    receivers: [
      {
        name: 'notifications',
        email_configs: [
          {
            to: 'sre@upcommerce.example',
            from: 'alerts@upcommerce.example',
            smarthost: 'smtp.upcommerce.example:587',
            auth_username: 'alerts@upcommerce.example',
            auth_identity: 'alerts@upcommerce.example',
            auth_password_file: `${SECRETS}/smtp-password`,
            send_resolved: true,
            headers: { subject: '[{{ .Status }}] {{ .CommonLabels.alertname }}' },
            text: '{{ range .Alerts }}{{ .Annotations.summary }}\n{{ end }}',
          },
        ],
        slack_configs: [
          {
            channel: '#upcommerce-devs',
            api_url_file: `${SECRETS}/slack-webhook`,
            send_resolved: true,
            title: '{{ .CommonLabels.alertname }}',
            text: '{{ range .Alerts }}{{ .Annotations.summary }}\n{{ end }}',
          },
        ],
      },
    ],
  },
  { lineWidth: 0 },
);
