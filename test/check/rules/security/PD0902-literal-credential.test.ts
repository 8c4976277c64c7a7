import { ruleTest } from '../../helper';

ruleTest('PD0902', {
  fails: [
    `
apiVersion: v1
kind: ConfigMap
metadata: { name: a }
data: { key: '-----BEGIN RSA PRIVATE KEY-----' }
`,
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1', ports: [{ containerPort: 8080 }], env: [{ name: A, value: AKIAABCDEFGHIJKLMNOP }] }] } } }
`,
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1', ports: [{ containerPort: 8080 }], args: ['--db=postgres://app:s3cretPassw@db:5432/x'] }] } } }
`,
    `
apiVersion: v1
kind: Secret
metadata: { name: a }
stringData: { token: 'ghp_abcdefghijklmnopqrstuvwxyz0123456789' }
`,
    `
apiVersion: v1
kind: ConfigMap
metadata: { name: a }
data: { jwt: eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w }
`,
  ],
  passes: [
    `
apiVersion: v1
kind: ConfigMap
metadata: { name: a }
data: { cert: '-----BEGIN CERTIFICATE-----', url: 'https://hooks.slack.com/services/YOUR/SLACK/WEBHOOK', db: 'postgres://app:$(PASSWORD)@db/x' }
`,
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1', ports: [{ containerPort: 8080 }], env: [{ name: A, valueFrom: { secretKeyRef: { name: a, key: b } } }] }] } } }
`,
  ],
});
