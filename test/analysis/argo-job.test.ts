import { Analysis, AnalysisArgument, Metric } from 'cdk8s-progressive';
import { yaml } from '../support/chart';
import { argoTemplate } from './support';

test('a Job, hardened', () => {
  const made = argoTemplate(
    Analysis.of(Metric.job({ name: 'smoke', image: 'shop/smoke:1', command: ['run', '--all'] })).withOptions({
      name: 'smoke',
      clusterScoped: true,
      args: [AnalysisArgument.secret('token', 'smoke', 'token'), AnalysisArgument.field('team', "metadata.labels['team']")],
    }),
  );
  expect(yaml(made)).toBe(`
apiVersion: argoproj.io/v1alpha1
kind: ClusterAnalysisTemplate
metadata:
  name: reviews-smoke
  labels:
    app: reviews
    app.kubernetes.io/name: reviews
spec:
  args:
    - name: namespace
    - name: hash
    - name: token
      valueFrom:
        secretKeyRef:
          name: smoke
          key: token
    - name: team
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
                    image: shop/smoke:1
                    command:
                      - run
                      - "--all"
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
`);
});
