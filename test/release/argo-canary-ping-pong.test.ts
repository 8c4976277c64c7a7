import { Duration } from 'cdk8s';
import { ArgoRollout, ArgoTraffic, Step } from 'cdk8s-progressive';
import { released, yamlOf } from './support';

test('two Services that change roles', () => {
  const build = released(() =>
    ArgoRollout.canary({ traffic: ArgoTraffic.istio({ pingPong: true }), steps: [Step.setWeight(50), Step.pause(Duration.minutes(5))] }),
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
  name: reviews-ping
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
  name: reviews-pong
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
  http:
    - name: primary
      route:
        - destination:
            host: reviews-ping
            port:
              number: 80
          weight: 100
        - destination:
            host: reviews-pong
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
      pingPong:
        pingService: reviews-ping
        pongService: reviews-pong
      trafficRouting:
        istio:
          virtualService:
            name: reviews
            routes:
              - primary
      steps:
        - setWeight: 50
        - pause:
            duration: 5m
`);
});
