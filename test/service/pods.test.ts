import { objectOf, objectsOf, text, withVersion, yaml } from '../support/chart';

test('a service with nothing but an image', () => {
  expect(objectsOf(withVersion({})).map(({ manifest, origin }) => [manifest.kind, manifest.metadata.name, origin.construct])).toEqual([
    ['Service', 'reviews', 'shop/reviews/service'],
    ['Deployment', 'reviews', 'shop/reviews/deployment'],
  ]);
  expect(yaml(objectOf('Service', withVersion({})))).toBe(
    text(`
      apiVersion: v1
      kind: Service
      metadata:
        name: reviews
        namespace: shop
        labels:
          app: reviews
          app.kubernetes.io/name: reviews
      spec:
        selector:
          app: reviews
        ports:
          - name: http
            port: 80
            targetPort: http
            protocol: TCP
            appProtocol: http
      `),
  );
  expect(yaml(objectOf('Deployment', withVersion({})))).toBe(
    text(`
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: reviews
        namespace: shop
        labels:
          app: reviews
          app.kubernetes.io/name: reviews
          version: v1
      spec:
        replicas: 1
        strategy:
          type: RollingUpdate
          rollingUpdate:
            maxSurge: 1
            maxUnavailable: 0
        selector:
          matchLabels:
            app: reviews
        template:
          metadata:
            labels:
              app: reviews
              app.kubernetes.io/name: reviews
              version: v1
              app.kubernetes.io/version: v1
          spec:
            automountServiceAccountToken: false
            securityContext:
              runAsNonRoot: true
              runAsUser: 10001
              runAsGroup: 10001
              fsGroup: 10001
              seccompProfile:
                type: RuntimeDefault
            topologySpreadConstraints:
              - maxSkew: 1
                topologyKey: kubernetes.io/hostname
                whenUnsatisfiable: ScheduleAnyway
                labelSelector:
                  matchLabels:
                    app: reviews
              - maxSkew: 1
                topologyKey: topology.kubernetes.io/zone
                whenUnsatisfiable: ScheduleAnyway
                labelSelector:
                  matchLabels:
                    app: reviews
            containers:
              - name: reviews
                image: shop/reviews:1.0.0
                ports:
                  - name: http
                    containerPort: 8080
                    protocol: TCP
                resources:
                  requests:
                    cpu: 100m
                    memory: 256Mi
                  limits:
                    cpu: "1"
                    memory: 256Mi
                securityContext:
                  allowPrivilegeEscalation: false
                  readOnlyRootFilesystem: true
                  capabilities:
                    drop:
                      - ALL
      `),
  );
});
