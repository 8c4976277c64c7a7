import { ruleTest } from '../../helper';

ruleTest('PD0606', {
  fails: [
    `
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: { name: rate, namespace: shop }
spec: { metrics: [{ name: m, provider: { prometheus: { address: 'http://p', query: 'sum(rate(a[5m])) / sum(rate(b[5m]))' } } }] }
`,
  ],
  passes: [
    `
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: { name: rate, namespace: shop }
spec: { metrics: [{ name: m, provider: { prometheus: { address: 'http://p', query: 'sum(rate(a[5m])) / 100' } } }] }
`,
    `
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: { name: rate, namespace: shop }
spec: { metrics: [{ name: m, provider: { prometheus: { address: 'http://p', query: 'sum(rate(a[5m])) / sum(rate(b[5m])) or vector(0)' } } }] }
`,
    `
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: { name: rate, namespace: shop }
spec: { metrics: [{ name: m, successCondition: "isNaN(result[0]) || result[0] > 1", provider: { prometheus: { address: 'http://p', query: 'sum(rate(a[5m])) / sum(rate(b[5m]))' } } }] }
`,
  ],
});
