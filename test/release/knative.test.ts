import { Duration } from 'cdk8s';
import { KnativeRelease } from 'cdk8s-progressive';
import { released, yamlOf } from './support';

test('a Knative Service whose traffic is split between revisions', () => {
  const build = released(
    (v1, v2) =>
      new KnativeRelease({
        split: [v1.rest(), v2.weight(10)],
        autoscaling: { minScale: 0, maxScale: 5, target: 50, retention: Duration.minutes(1), containerConcurrency: 100 },
        timeout: Duration.seconds(30),
      }),
  );
  expect(yamlOf(build, { 'reviews.current': 'v2' })).toBe(`
apiVersion: serving.knative.dev/v1
kind: Service
metadata:
  name: reviews
  namespace: shop
  labels:
    app: reviews
    app.kubernetes.io/name: reviews
spec:
  template:
    metadata:
      name: reviews-v2
      labels:
        app: reviews
        app.kubernetes.io/name: reviews
        version: v2
        app.kubernetes.io/version: v2
      annotations:
        autoscaling.knative.dev/min-scale: "0"
        autoscaling.knative.dev/max-scale: "5"
        autoscaling.knative.dev/target: "50"
        autoscaling.knative.dev/scale-to-zero-pod-retention-period: 60s
    spec:
      containerConcurrency: 100
      timeoutSeconds: 30
      automountServiceAccountToken: false
      containers:
        - name: reviews
          image: shop/reviews:2.0.0
          resources:
            requests:
              cpu: 100m
              memory: 256Mi
            limits:
              cpu: "1"
              memory: 256Mi
          securityContext:
            runAsNonRoot: true
            runAsUser: 10001
            runAsGroup: 10001
            seccompProfile:
              type: RuntimeDefault
            allowPrivilegeEscalation: false
            readOnlyRootFilesystem: true
            capabilities:
              drop:
                - ALL
          ports:
            - containerPort: 8080
  traffic:
    - revisionName: reviews-v1
      latestRevision: false
      percent: 90
      tag: v1
    - revisionName: reviews-v2
      latestRevision: false
      percent: 10
      tag: v2
`);
});
