import type { StatefulSetSpec } from 'cdk8s-progressive/imports/kubernetes/types/apps-v1';

/** A MongoDB with one replica and a volume of its own, without a sidecar, hardened as Pod Security "restricted" wants it. */
export function databaseSpec(labels: { readonly app: string }): StatefulSetSpec {
  const probe = { tcpSocket: { port: 'mongo' }, periodSeconds: 10 };
  return {
    serviceName: labels.app,
    replicas: 1,
    selector: { matchLabels: { app: labels.app } },
    template: {
      metadata: { labels: { ...labels, 'sidecar.istio.io/inject': 'false' } },
      spec: {
        automountServiceAccountToken: false,
        securityContext: {
          runAsNonRoot: true,
          runAsUser: 10001,
          runAsGroup: 10001,
          fsGroup: 10001,
          seccompProfile: { type: 'RuntimeDefault' },
        },
        containers: [
          {
            name: 'mongo',
            image: 'mongo:4.4.29',
            ports: [{ name: 'mongo', containerPort: 27017, protocol: 'TCP' }],
            readinessProbe: probe,
            livenessProbe: { ...probe, failureThreshold: 6 },
            resources: {
              requests: { cpu: '100m', memory: '256Mi', 'ephemeral-storage': '64Mi' },
              limits: { cpu: '500m', memory: '512Mi', 'ephemeral-storage': '256Mi' },
            },
            securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
            volumeMounts: [
              { name: 'data', mountPath: '/data/db' },
              { name: 'tmp', mountPath: '/tmp' },
            ],
          },
        ],
        volumes: [{ name: 'tmp', emptyDir: {} }],
      },
    },
    volumeClaimTemplates: [
      {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        metadata: { name: 'data' },
        spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '8Gi' } } },
      },
    ],
  };
}
