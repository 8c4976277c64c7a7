import { Analysis, ArgoRollout, ArgoTraffic, Match, Metric, Step } from 'cdk8s-progressive';
import { released, yamlOf } from './support';

test('weights of a VirtualService between two Services, with a route for testers and an analysis beside the steps', () => {
  const build = released(() =>
    ArgoRollout.canary({
      traffic: ArgoTraffic.istio({
        virtualServices: [{ hosts: ['reviews', 'reviews.example.com'], gateways: ['mesh', 'ingress/public'] }],
      }),
      dynamicStableScale: true,
      analysis: Analysis.of(Metric.successRate({ min: 99, failureLimit: 1 })),
      startingStep: 2,
      steps: [
        Step.setCanaryScale({ replicas: 1 }),
        Step.setHeaderRoute('testers', Match.header('x-group').exact('test')),
        Step.setWeight(50),
        Step.pause(),
      ],
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
  name: reviews-stable
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
  name: reviews-canary
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
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: reviews
  namespace: shop
  labels:
    app: reviews
    app.kubernetes.io/name: reviews
spec:
  hosts:
    - reviews
    - reviews.example.com
  gateways:
    - mesh
    - ingress/public
  http:
    - name: primary
      route:
        - destination:
            host: reviews-stable
            port:
              number: 80
          weight: 100
        - destination:
            host: reviews-canary
            port:
              number: 80
          weight: 0
---
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata:
  name: reviews-analysis-background
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
      initialDelay: 1m
      interval: 1m
      successCondition: "len(result) > 0 && !isNaN(result[0]) && result[0] >= 99"
      failureLimit: 1
      provider:
        prometheus:
          address: http://prometheus.istio-system:9090
          query: |-
            (
              sum(rate(istio_requests_total{reporter="source", destination_service_namespace="{{args.namespace}}", destination_service_name="reviews-canary", response_code!~"5.."}[1m]))
              or vector(0)
            )
            / sum(rate(istio_requests_total{reporter="source", destination_service_namespace="{{args.namespace}}", destination_service_name="reviews-canary"}[1m]))
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
spec:
  replicas: 1
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
      stableService: reviews-stable
      canaryService: reviews-canary
      dynamicStableScale: true
      trafficRouting:
        managedRoutes:
          - name: testers
        istio:
          virtualService:
            name: reviews
            routes:
              - primary
      analysis:
        startingStep: 2
        templates:
          - templateName: reviews-analysis-background
        args:
          - name: namespace
            valueFrom:
              fieldRef:
                fieldPath: metadata.namespace
          - name: hash
            valueFrom:
              podTemplateHashValue: Latest
      steps:
        - setCanaryScale:
            replicas: 1
        - setHeaderRoute:
            name: testers
            match:
              - headerName: x-group
                headerValue:
                  exact: test
        - setWeight: 50
        - pause: {}
`);
});
