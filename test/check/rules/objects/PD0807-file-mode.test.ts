import { ruleTest } from '../../helper';

ruleTest('PD0807', {
  fails: [
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { volumes: [{ name: a, configMap: { name: a, defaultMode: 644 } }], containers: [{ name: app, image: 'app:1', ports: [{ containerPort: 8080 }] }] } } }
`,
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { volumes: [{ name: a, secret: { secretName: a, defaultMode: 400 } }], containers: [{ name: app, image: 'app:1', ports: [{ containerPort: 8080 }] }] } } }
`,
  ],
  passes: [
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { volumes: [{ name: a, configMap: { name: a, defaultMode: 0644 } }, { name: b, secret: { secretName: a, defaultMode: 420 } }], containers: [{ name: app, image: 'app:1', ports: [{ containerPort: 8080 }] }] } } }
`,
  ],
});
