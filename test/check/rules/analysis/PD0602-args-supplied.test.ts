import { ruleTest } from '../../helper';

ruleTest('PD0602', {
  fails: [
    `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1' }] } }, strategy: { canary: { steps: [{ analysis: { templates: [{ templateName: rate }] } }] } } }
---
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: { name: rate, namespace: shop }
spec: { args: [{ name: service }], metrics: [{ name: m, provider: { prometheus: { address: 'http://p', query: 'up' } } }] }
`,
    `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1' }] } }, strategy: { canary: { steps: [{ analysis: { templates: [{ templateName: rate }], args: [{ name: svc, value: a }] } }] } } }
---
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: { name: rate, namespace: shop }
spec: { args: [{ name: service }], metrics: [{ name: m, provider: { prometheus: { address: 'http://p', query: 'up' } } }] }
`,
    `
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: { name: rate, namespace: shop }
spec: { metrics: [{ name: m, provider: { prometheus: { address: 'http://p', query: 'up{a="{{args.service}}"}' } } }] }
`,
    `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1' }] } }, strategy: { canary: { steps: [{ analysis: { templates: [{ templateName: rate }], args: [{ name: service, value: 5 }] } }] } } }
---
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: { name: rate, namespace: shop }
spec: { args: [{ name: service }], metrics: [{ name: m, provider: { prometheus: { address: 'http://p', query: 'up' } } }] }
`,
  ],
  passes: [
    `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1' }] } }, strategy: { canary: { steps: [{ analysis: { templates: [{ templateName: rate }], args: [{ name: service, value: a }] } }] } } }
---
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: { name: rate, namespace: shop }
spec: { args: [{ name: service }, { name: b, value: c }], metrics: [{ name: m, provider: { prometheus: { address: 'http://p', query: 'up{a="{{args.service}}"}' } } }] }
`,
    `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1' }] } }, strategy: { canary: { steps: [{ analysis: { templates: [{ templateName: rate }], args: [{ name: service, valueFrom: { podTemplateHashValue: Latest } }] } }] } } }
---
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: { name: rate, namespace: shop }
spec: { args: [{ name: service }], metrics: [{ name: m, provider: { prometheus: { address: 'http://p', query: 'up' } } }] }
`,
  ],
});
