import { Duration } from 'cdk8s';
import { AntiAffinity, ArgoRollout, ArgoTraffic, Match, Step } from 'cdk8s-progressive';
import { released, yamlOf } from './support';

test('weights of a VirtualService between two subsets', () => {
  const build = released(() =>
    ArgoRollout.canary({
      traffic: ArgoTraffic.istioSubsets(),
      antiAffinity: AntiAffinity.PREFERRED,
      canaryMetadata: { labels: { role: 'canary' } },
      stableMetadata: { labels: { role: 'stable' } },
      abortScaleDownDelay: Duration.minutes(1),
      steps: [
        Step.setWeight(10),
        Step.setMirrorRoute('copies', { percentage: 50, matches: [Match.uri().prefix('/')] }),
        Step.pause(Duration.minutes(5)),
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
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: reviews
  namespace: shop
  labels:
    app: reviews
    app.kubernetes.io/name: reviews
spec:
  host: reviews
  subsets:
    - name: stable
      labels:
        app: reviews
    - name: canary
      labels:
        app: reviews
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
  http:
    - name: primary
      route:
        - destination:
            host: reviews
            subset: stable
            port:
              number: 80
          weight: 100
        - destination:
            host: reviews
            subset: canary
            port:
              number: 80
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
      canaryMetadata:
        labels:
          role: canary
      stableMetadata:
        labels:
          role: stable
      antiAffinity:
        preferredDuringSchedulingIgnoredDuringExecution:
          weight: 100
      abortScaleDownDelaySeconds: 60
      trafficRouting:
        managedRoutes:
          - name: copies
        istio:
          virtualService:
            name: reviews
            routes:
              - primary
          destinationRule:
            name: reviews
            stableSubsetName: stable
            canarySubsetName: canary
      steps:
        - setWeight: 10
        - setMirrorRoute:
            name: copies
            percentage: 50
            match:
              - path:
                  prefix: /
        - pause:
            duration: 5m
`);
});
