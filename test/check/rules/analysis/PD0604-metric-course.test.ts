import { ruleTest } from '../../helper';

ruleTest('PD0604', {
  fails: [
    `
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: { name: rate, namespace: shop }
spec: { metrics: [{ name: m, count: 3, provider: { prometheus: { address: 'http://p', query: 'up' } } }] }
`,
    `
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: { name: rate, namespace: shop }
spec: { metrics: [{ name: m, count: '3', provider: { prometheus: { address: 'http://p', query: 'up' } } }] }
`,
    `
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: { name: rate, namespace: shop }
spec: { metrics: [{ name: m, interval: 10, provider: { prometheus: { address: 'http://p', query: 'up' } } }] }
`,
    `
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: { name: rate, namespace: shop }
spec: { metrics: [{ name: m, interval: 5min, count: 2, provider: { prometheus: { address: 'http://p', query: 'up' } } }] }
`,
    `
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: { name: rate, namespace: shop }
spec: { metrics: [{ name: m, count: 1 }] }
`,
    `
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: { name: rate, namespace: shop }
spec: { metrics: [{ name: m, provider: { prometheus: { address: 'http://p', query: 'up' } } }, { name: m, provider: { prometheus: { address: 'http://p', query: 'up' } } }] }
`,
    `
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: { name: rate, namespace: shop }
spec: { metrics: [{ name: m, count: 2, interval: 1m, failureLimit: 5, provider: { prometheus: { address: 'http://p', query: 'up' } } }] }
`,
  ],
  passes: [
    `
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: { name: rate, namespace: shop }
spec: { metrics: [{ name: m, count: 3, interval: 1m, failureLimit: 1, provider: { prometheus: { address: 'http://p', query: 'up' } } }] }
`,
    `
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: { name: rate, namespace: shop }
spec: { metrics: [{ name: m, count: 1, provider: { prometheus: { address: 'http://p', query: 'up' } } }] }
`,
    `
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: { name: rate, namespace: shop }
spec: { args: [{ name: interval }, { name: count }], metrics: [{ name: m, interval: '{{args.interval}}', count: '{{args.count}}', provider: { prometheus: { address: 'http://p', query: 'up' } } }] }
`,
  ],
});
