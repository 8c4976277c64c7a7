import { Analysis, FlaggerRelease, Metric } from 'cdk8s-progressive';
import { released, yamlOf } from './support';

test('the new version is mirrored to, then takes all', () => {
  const build = released(() =>
    FlaggerRelease.blueGreen({ iterations: 5, mirror: true, mirrorWeight: 50, analysis: Analysis.of(Metric.successRate({ min: 99 })) }),
  );
  expect(yamlOf(build)).toBe(`
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
---
apiVersion: flagger.app/v1beta1
kind: Canary
metadata:
  name: reviews
  namespace: shop
  labels:
    app: reviews
    app.kubernetes.io/name: reviews
spec:
  provider: istio
  targetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: reviews
  service:
    port: 80
    portName: http
    targetPort: http
    appProtocol: http
  analysis:
    interval: 1m
    threshold: 5
    iterations: 5
    mirror: true
    mirrorWeight: 50
    metrics:
      - name: request-success-rate
        interval: 1m
        thresholdRange:
          min: 99
`);
});
