import { ruleTest } from '../../helper';

ruleTest('PD0801', {
  fails: [
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web, version: '1.2.3+b5' } }, template: { metadata: { labels: { app: web, version: '1.2.3+b5' } }, spec: { containers: [{ name: app, image: 'app:1', ports: [{ containerPort: 8080 }] }] } } }
`,
    `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web, a: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' } }, template: { metadata: { labels: { app: web, a: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' } }, spec: { containers: [{ name: app, image: 'app:1' }] } }, strategy: { canary: {} } }
`,
    `
apiVersion: v1
kind: ConfigMap
metadata: { name: a, annotations: { 'a b': c } }
`,
  ],
  passes: [
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web, version: '1.2.3-b5', empty: '', app.kubernetes.io/name: web } }, template: { metadata: { labels: { app: web, version: '1.2.3-b5', empty: '', app.kubernetes.io/name: web } }, spec: { containers: [{ name: app, image: 'app:1', ports: [{ containerPort: 8080 }] }] } } }
`,
    `
apiVersion: v1
kind: ConfigMap
metadata: { name: a, annotations: { example.com/a: 'any thing + at all' } }
`,
  ],
});
