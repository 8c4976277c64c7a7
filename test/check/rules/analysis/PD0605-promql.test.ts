import { ruleTest } from '../../helper';

ruleTest('PD0605', {
  fails: [
    `
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: { name: rate, namespace: shop }
spec:
  metrics:
    - name: m
      provider:
        prometheus:
          address: http://p
          query: |
            sum(rate(up{a="b}[5m]))
`,
    `
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: { name: rate, namespace: shop }
spec: { metrics: [{ name: m, provider: { prometheus: { address: 'http://p', query: 'sum(rate(up[5m])' } } }] }
`,
    `
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: { name: rate, namespace: shop }
spec: { metrics: [{ name: m, provider: { prometheus: { address: 'http://p', query: 'rate(up)' } } }] }
`,
    `
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: { name: rate, namespace: shop }
spec: { metrics: [{ name: m, provider: { prometheus: { address: 'http://p', query: 'up[5m]' } } }] }
`,
    `
apiVersion: flagger.app/v1beta1
kind: MetricTemplate
metadata: { name: errors, namespace: shop }
spec: { provider: { type: prometheus }, query: 'sum(rate(http_requests_total[1m))' }
`,
    `
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: { name: r }
spec: { groups: [{ name: a, rules: [{ alert: A, expr: 'sum(up) by le' }] }] }
`,
  ],
  passes: [
    `
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: { name: rate, namespace: shop }
spec:
  metrics:
    - name: m
      provider:
        prometheus:
          address: http://p
          query: |
            # it's all of them
            sum(rate(up{a="it's", b=~'"x"'}[5m])) # don't
`,
    `
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: { name: rate, namespace: shop }
spec: { args: [{ name: a }, { name: window }, { name: min }], metrics: [{ name: m, provider: { prometheus: { address: 'http://p', query: 'sum(rate(up{a="{{args.a}}"}[{{args.window}}])) by (le) > {{args.min}}' } } }] }
`,
    `
apiVersion: flagger.app/v1beta1
kind: MetricTemplate
metadata: { name: errors, namespace: shop }
spec: { provider: { type: prometheus }, query: 'sum(rate(http_requests_total[1m]))' }
`,
    `
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: { name: rate, namespace: shop }
spec: { metrics: [{ name: m, provider: { prometheus: { address: 'http://p', query: 'histogram_quantile(0.99, sum(rate(a_bucket[5m])) by (le))' } } }] }
`,
    `
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: { name: rate, namespace: shop }
spec: { metrics: [{ name: m, provider: { prometheus: { address: 'http://p', query: 'max_over_time(rate(up[5m])[1h:1m])' } } }] }
`,
  ],
});
