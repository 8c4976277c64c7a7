import { ruleTest } from '../../helper';

ruleTest('PD0206', {
  fails: [
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec: { strategy: { rollingUpdate: { maxSurge: '1', maxUnavailable: 0 } }, selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1' }] } } }
`,
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec: { strategy: { rollingUpdate: { maxSurge: '0%', maxUnavailable: '0' } }, selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1' }] } } }
`,
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 0% } }, selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1', ports: [{ containerPort: 8080 }] }] } } }
`,
    `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1' }] } }, strategy: { canary: { maxSurge: 0, maxUnavailable: 0 } } }
`,
  ],
  passes: [
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec: { strategy: { rollingUpdate: { maxSurge: '25%', maxUnavailable: '0%' } }, selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1' }] } } }
`,
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { strategy: { rollingUpdate: { maxUnavailable: 0 } }, selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1', ports: [{ containerPort: 8080 }] }] } } }
`,
    `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1' }] } }, strategy: { canary: { maxSurge: 1, maxUnavailable: 0 } } }
`,
  ],
});
