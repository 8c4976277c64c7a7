import { ruleTest } from '../../helper';

ruleTest('PD0209', {
  fails: [
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1', ports: [{ containerPort: 8080 }], env: [{ name: A, value: '1' }, { name: A, value: '2' }] }] } } }
`,
    `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: a, port: 80 }, { name: a, port: 81 }] }
`,
  ],
  passes: [
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1', ports: [{ containerPort: 8080 }], env: [{ name: A, value: '1' }, { name: B, value: '2' }] }] } } }
`,
  ],
});
