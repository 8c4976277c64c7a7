import { ruleTest } from '../../helper';

ruleTest('PD0802', {
  fails: [
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web, version: 2 } }, spec: { containers: [{ name: app, image: 'app:1', ports: [{ containerPort: 8080 }] }] } } }
`,
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1', ports: [{ containerPort: 8080 }], env: [{ name: A, value: yes }] }] } } }
`,
    `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web, on: true } }, template: { metadata: { labels: { app: web, on: true } }, spec: { containers: [{ name: app, image: 'app:1' }] } }, strategy: { canary: {} } }
`,
    `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web, namespace: shop }
spec: { host: web, subsets: [{ name: v1, labels: { version: 1.0 } }] }
`,
  ],
  passes: [
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web, version: '2' } }, template: { metadata: { labels: { app: web, version: '2' } }, spec: { containers: [{ name: app, image: 'app:1', ports: [{ containerPort: 8080 }], env: [{ name: A, value: 'yes' }, { name: B, valueFrom: { fieldRef: { fieldPath: a } } }] }] } } }
`,
  ],
});
