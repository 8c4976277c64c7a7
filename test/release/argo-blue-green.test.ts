import { Duration } from 'cdk8s';
import { Alert, AlertSeverity, Analysis, ArgoRollout, Metric } from 'cdk8s-progressive';
import { released, yamlOf } from './support';

test('an active and a preview Service, with analyses before and after', () => {
  const build = released(() =>
    ArgoRollout.blueGreen({
      autoPromotion: false,
      previewReplicas: 1,
      scaleDownDelay: Duration.minutes(10),
      rollbackWindow: 3,
      prePromotion: Analysis.of(
        Metric.job({ name: 'smoke', image: 'shop/smoke:1.0.0' }),
        Alert.slack({ channel: 'releases', severity: AlertSeverity.ERROR }),
      ),
      postPromotion: Analysis.of(Metric.successRate({ min: 99, interval: Duration.minutes(1), count: 5 })).withOptions({ name: 'after' }),
    }),
  );
  expect(yamlOf(build)).toBe(`
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
---
apiVersion: v1
kind: Service
metadata:
  name: reviews-preview
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
---
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata:
  name: reviews-analysis
  namespace: shop
  labels:
    app: reviews
    app.kubernetes.io/name: reviews
spec:
  args:
    - name: namespace
    - name: hash
  metrics:
    - name: smoke
      provider:
        job:
          spec:
            backoffLimit: 0
            template:
              spec:
                restartPolicy: Never
                automountServiceAccountToken: false
                securityContext:
                  runAsNonRoot: true
                  runAsUser: 10001
                  runAsGroup: 10001
                  seccompProfile:
                    type: RuntimeDefault
                containers:
                  - name: smoke
                    image: shop/smoke:1.0.0
                    resources:
                      requests:
                        cpu: 100m
                        memory: 64Mi
                      limits:
                        cpu: "1"
                        memory: 64Mi
                    securityContext:
                      allowPrivilegeEscalation: false
                      readOnlyRootFilesystem: true
                      capabilities:
                        drop:
                          - ALL
---
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata:
  name: reviews-after
  namespace: shop
  labels:
    app: reviews
    app.kubernetes.io/name: reviews
spec:
  args:
    - name: namespace
    - name: hash
  metrics:
    - name: success-rate
      interval: 1m
      count: 5
      successCondition: "len(result) > 0 && !isNaN(result[0]) && result[0] >= 99"
      provider:
        prometheus:
          address: http://prometheus.istio-system:9090
          query: |-
            (
              sum(rate(http_request_duration_seconds_count{namespace="{{args.namespace}}", pod=~"reviews-{{args.hash}}-.*", status!~"5.."}[1m]))
              or vector(0)
            )
            / sum(rate(http_request_duration_seconds_count{namespace="{{args.namespace}}", pod=~"reviews-{{args.hash}}-.*"}[1m]))
            * 100
---
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata:
  name: reviews
  namespace: shop
  labels:
    app: reviews
    app.kubernetes.io/name: reviews
    version: v1
  annotations:
    notifications.argoproj.io/subscribe.on-rollout-aborted.slack: releases
    notifications.argoproj.io/subscribe.on-analysis-run-failed.slack: releases
spec:
  replicas: 1
  rollbackWindow:
    revisions: 3
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
  strategy:
    blueGreen:
      activeService: reviews
      previewService: reviews-preview
      autoPromotionEnabled: false
      previewReplicaCount: 1
      scaleDownDelaySeconds: 600
      prePromotionAnalysis:
        templates:
          - templateName: reviews-analysis
        args:
          - name: namespace
            valueFrom:
              fieldRef:
                fieldPath: metadata.namespace
          - name: hash
            valueFrom:
              podTemplateHashValue: Latest
      postPromotionAnalysis:
        templates:
          - templateName: reviews-after
        args:
          - name: namespace
            valueFrom:
              fieldRef:
                fieldPath: metadata.namespace
          - name: hash
            valueFrom:
              podTemplateHashValue: Latest
`);
});
