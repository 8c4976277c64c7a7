import { Match, Parameter, Route, WeightedRelease } from 'cdk8s-progressive';
import { released, yamlOf } from './support';

test('an HTTPRoute between Services of the versions', () => {
  const build = released((v1, v2) =>
    WeightedRelease.onGatewayApi({
      gateway: { name: 'public', namespace: 'gateways' },
      hosts: ['reviews.example.com'],
      routes: [
        Route.when(Match.header('x-group').exact('test')).to(v2),
        Route.split(v1.rest(), v2.weight(Parameter.percent('reviews.v2.weight', { defaultValue: 10 }))),
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
apiVersion: apps/v1
kind: Deployment
metadata:
  name: reviews-v1
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
      version: v1
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
apiVersion: apps/v1
kind: Deployment
metadata:
  name: reviews-v2
  namespace: shop
  labels:
    app: reviews
    app.kubernetes.io/name: reviews
    version: v2
spec:
  replicas: 1
  selector:
    matchLabels:
      app: reviews
      version: v2
  template:
    metadata:
      labels:
        app: reviews
        app.kubernetes.io/name: reviews
        version: v2
        app.kubernetes.io/version: v2
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
          image: shop/reviews:2.0.0
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
apiVersion: v1
kind: Service
metadata:
  name: reviews-v1
  namespace: shop
  labels:
    app: reviews
    app.kubernetes.io/name: reviews
    version: v1
spec:
  selector:
    app: reviews
    version: v1
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
  name: reviews-v2
  namespace: shop
  labels:
    app: reviews
    app.kubernetes.io/name: reviews
    version: v2
spec:
  selector:
    app: reviews
    version: v2
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
      namespace: gateways
  hostnames:
    - reviews.example.com
  rules:
    - matches:
        - headers:
            - name: x-group
              type: Exact
              value: test
      backendRefs:
        - name: reviews-v2
          port: 80
    - backendRefs:
        - name: reviews-v1
          port: 80
          weight: 90
        - name: reviews-v2
          port: 80
          weight: 10
`);
});

test('a prefix may be taken away whole: the Gateway API minds the slash behind it', () => {
  const build = released((v1) =>
    WeightedRelease.onGatewayApi({
      gateway: { name: 'public' },
      routes: [Route.when(Match.uri().prefix('/api')).to(v1).withRewrite({ uri: '/' })],
    }),
  );
  expect(yamlOf(build)).toContain('              replacePrefixMatch: /\n');
});
