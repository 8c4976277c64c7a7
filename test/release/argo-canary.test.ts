import { Duration } from 'cdk8s';
import { Analysis, ArgoRollout, Metric, Step } from 'cdk8s-progressive';
import { released, yamlOf } from './support';

test('steps by the number of pods', () => {
  const build = released(
    () =>
      ArgoRollout.canary({
        steps: [Step.setWeight(25), Step.pause(Duration.seconds(30)), Step.setWeight(50), Step.analysis(Analysis.of(Metric.restarts()))],
      }),
    { replicas: 4 },
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
    - name: restarts
      successCondition: "len(result) > 0 && !isNaN(result[0]) && result[0] <= 0"
      provider:
        prometheus:
          address: http://prometheus.istio-system:9090
          query: |-
            sum(
              max by (pod, container) (max_over_time(kube_pod_container_status_restarts_total{namespace="{{args.namespace}}", pod=~"reviews-{{args.hash}}-.*"}[1m]))
              - (max by (pod, container) (kube_pod_container_status_restarts_total{namespace="{{args.namespace}}", pod=~"reviews-{{args.hash}}-.*"} offset 1m) or max by (pod, container) (max_over_time(kube_pod_container_status_restarts_total{namespace="{{args.namespace}}", pod=~"reviews-{{args.hash}}-.*"}[1m])) * 0)
            )
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
spec:
  replicas: 4
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
    canary:
      maxSurge: 1
      maxUnavailable: 0
      steps:
        - setWeight: 25
        - pause:
            duration: 30s
        - setWeight: 50
        - analysis:
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
      app: reviews
`);
});
