import { ruleTest } from '../../helper';

ruleTest('PD0412', {
  fails: [
    `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1' }] } }, strategy: { canary: {}, blueGreen: { activeService: a } } }
`,
    `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1' }] } }, strategy: {  } }
`,
    `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1' }] } }, strategy: { blueGreen: { previewService: a } } }
`,
    `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web }
spec: { strategy: { canary: {} } }
`,
    `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web }
`,
    `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web, namespace: shop }
spec: { minReadySeconds: 700, selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1' }] } }, strategy: { canary: {} } }
`,
  ],
  passes: [
    `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1' }] } }, strategy: { canary: {} } }
`,
    `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web, namespace: shop }
spec: { workloadRef: { apiVersion: apps/v1, kind: Deployment, name: web, scaleDown: onsuccess }, strategy: { canary: {} } }
`,
    `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1' }] } }, strategy: { canary: null } }
`,
  ],
});
