import { ruleTest } from '../../helper';

ruleTest('PD0603', {
  fails: [
    `
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: { name: rate, namespace: shop }
spec: { metrics: [{ name: m, successCondition: "result >= 0.95", provider: { prometheus: { address: 'http://p', query: 'sum(up)' } } }] }
`,
    `
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: { name: rate, namespace: shop }
spec: { metrics: [{ name: m, successCondition: "0.95 <= result", provider: { prometheus: { address: 'http://p', query: 'sum(up)' } } }] }
`,
    `
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: { name: rate, namespace: shop }
spec: { metrics: [{ name: m, successCondition: "len(result) == 0 || result < 5", provider: { prometheus: { address: 'http://p', query: 'sum(up)' } } }] }
`,
    `
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: { name: rate, namespace: shop }
spec: { metrics: [{ name: m, failureCondition: "result > 5", provider: { prometheus: { address: 'http://p', query: 'sum(up)' } } }] }
`,
    `
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: { name: rate, namespace: shop }
spec: { metrics: [{ name: m, successCondition: "result[0] > 5", provider: { prometheus: { address: 'http://p', query: 'scalar(sum(up))' } } }] }
`,
  ],
  passes: [
    `
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: { name: rate, namespace: shop }
spec: { metrics: [{ name: m, successCondition: "result[0] >= 0.95", provider: { prometheus: { address: 'http://p', query: 'sum(up)' } } }] }
`,
    `
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: { name: rate, namespace: shop }
spec: { metrics: [{ name: m, successCondition: "len(result) == 0 || isNaN(result[0]) || result[0] < 5", provider: { prometheus: { address: 'http://p', query: 'sum(up)' } } }] }
`,
    `
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: { name: rate, namespace: shop }
spec: { metrics: [{ name: m, successCondition: "result >= 0.95", provider: { prometheus: { address: 'http://p', query: 'scalar(sum(up))' } } }] }
`,
    `
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: { name: rate, namespace: shop }
spec: { metrics: [{ name: m, successCondition: "result == nil || all(result, # > 1)", provider: { prometheus: { address: 'http://p', query: 'sum(up)' } } }] }
`,
    `
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: { name: rate, namespace: shop }
spec: { metrics: [{ name: m, successCondition: 'result > 5', provider: { web: { url: 'http://a' } } }] }
`,
  ],
});
