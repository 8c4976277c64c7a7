import { ruleTest } from '../../helper';

ruleTest('PD0210', {
  fails: [
    `
apiVersion: v1
kind: Service
metadata: { name: a, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: 8080 }] }
---
apiVersion: v1
kind: Service
metadata: { name: b, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: tcp-a, port: 80, targetPort: 8080 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web-v1, namespace: shop }
spec: { selector: { matchLabels: { app: web, version: v1 } }, template: { metadata: { labels: { app: web, version: v1 } }, spec: { containers: [{ name: app, image: 'app:1', ports: [{ containerPort: 8080 }] }] } } }
`,
  ],
  passes: [
    `
apiVersion: v1
kind: Service
metadata: { name: a, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: 8080 }] }
---
apiVersion: v1
kind: Service
metadata: { name: b, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http2, port: 81, targetPort: 8080 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web-v1, namespace: shop }
spec: { selector: { matchLabels: { app: web, version: v1 } }, template: { metadata: { labels: { app: web, version: v1 } }, spec: { containers: [{ name: app, image: 'app:1', ports: [{ containerPort: 8080 }] }] } } }
`,
  ],
});
