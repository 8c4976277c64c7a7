import { Duration } from 'cdk8s';
import { Alert, Analysis, FlaggerRelease, Gate, LoadTest, Metric } from 'cdk8s-progressive';
import { released, yamlOf } from './support';

test('a Deployment without replicas, its autoscaler, a budget for the primary, and the Canary', () => {
  const build = released(
    () =>
      FlaggerRelease.canary({
        stepWeight: 20,
        maxWeight: 70,
        interval: Duration.seconds(30),
        threshold: 5,
        sessionAffinity: { cookieName: 'reviews-canary', primaryCookieName: 'reviews-primary', maxAge: Duration.hours(1) },
        analysis: Analysis.of(
          Metric.successRate({ min: 99 }),
          Metric.latency({ percentile: 95, max: Duration.millis(500) }),
          LoadTest.of(),
          Gate.confirmPromotion({ url: 'http://gate.ops/approved' }),
          Alert.slack({ channel: 'releases', secret: 'slack' }),
        ),
      }),
    { autoscaling: { minReplicas: 2, maxReplicas: 4 } },
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
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: reviews
  namespace: shop
  labels:
    app: reviews
    app.kubernetes.io/name: reviews
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: reviews
  minReplicas: 2
  maxReplicas: 4
  metrics:
    - type: Resource
      resource:
        name: cpu
        target:
          type: Utilization
          averageUtilization: 80
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: reviews
  namespace: shop
  labels:
    app: reviews
    app.kubernetes.io/name: reviews
spec:
  maxUnavailable: 1
  selector:
    matchLabels:
      app: reviews-primary
---
apiVersion: flagger.app/v1beta1
kind: MetricTemplate
metadata:
  name: reviews-latency
  namespace: shop
  labels:
    app: reviews
    app.kubernetes.io/name: reviews
spec:
  provider:
    type: prometheus
    address: http://prometheus.istio-system:9090
  query: |-
    histogram_quantile(0.95,
      sum by (le) (rate(istio_request_duration_milliseconds_bucket{reporter="destination", destination_workload_namespace="{{ namespace }}", destination_workload="{{ target }}"}[{{ interval }}]))
    )
---
apiVersion: flagger.app/v1beta1
kind: AlertProvider
metadata:
  name: reviews-slack
  namespace: shop
  labels:
    app: reviews
    app.kubernetes.io/name: reviews
spec:
  type: slack
  channel: releases
  secretRef:
    name: slack
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
  autoscalerRef:
    apiVersion: autoscaling/v2
    kind: HorizontalPodAutoscaler
    name: reviews
  service:
    port: 80
    portName: http
    targetPort: http
    appProtocol: http
  analysis:
    interval: 30s
    threshold: 5
    maxWeight: 70
    stepWeight: 20
    sessionAffinity:
      cookieName: reviews-canary
      primaryCookieName: reviews-primary
      maxAge: 3600
    metrics:
      - name: request-success-rate
        interval: 1m
        thresholdRange:
          min: 99
      - name: latency
        templateRef:
          name: reviews-latency
        interval: 1m
        thresholdRange:
          max: 500
    webhooks:
      - name: load-test
        type: rollout
        url: http://flagger-loadtester.test/
        timeout: 5s
        metadata:
          type: cmd
          cmd: "hey -z 1m -q 10 -c 2 http://reviews-canary.shop:80/"
      - name: confirm-promotion
        type: confirm-promotion
        url: http://gate.ops/approved
    alerts:
      - name: slack
        severity: info
        providerRef:
          name: reviews-slack
`);
});
