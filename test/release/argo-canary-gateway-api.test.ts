import { Duration } from 'cdk8s';
import { ArgoRollout, ArgoTraffic, Step } from 'cdk8s-progressive';
import { released, yamlOf } from './support';

test('weights of an HTTPRoute, through the plugin', () => {
  const build = released(() =>
    ArgoRollout.canary({
      traffic: ArgoTraffic.gatewayApi({ gateways: [{ name: 'public' }], hosts: ['reviews.example.com'] }),
      steps: [Step.setWeight(20), Step.pause(Duration.minutes(1))],
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
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: reviews
  namespace: shop
  labels:
    app: reviews
    app.kubernetes.io/name: reviews
spec:
  parentRefs:
    - group: gateway.networking.k8s.io
      kind: Gateway
      name: public
  hostnames:
    - reviews.example.com
  rules:
    - backendRefs:
        - name: reviews-stable
          port: 80
          weight: 100
        - name: reviews-canary
          port: 80
          weight: 0
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
      trafficRouting:
        plugins:
          argoproj-labs/gatewayAPI:
            httpRoute: reviews
            namespace: shop
      steps:
        - setWeight: 20
        - pause:
            duration: 1m
`);
});
