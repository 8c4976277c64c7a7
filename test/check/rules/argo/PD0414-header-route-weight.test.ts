import { ruleTest } from '../../helper';

ruleTest('PD0414', {
  fails: [
    `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1' }] } }, strategy: { canary: { steps: [{ setHeaderRoute: { name: a, match: [{ headerName: a, headerValue: { exact: b } }] } }] } } }
`,
    `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1' }] } }, strategy: { canary: { steps: [{ setCanaryScale: { replicas: 0 } }, { setHeaderRoute: { name: a, match: [{ headerName: a, headerValue: { exact: b } }] } }] } } }
`,
  ],
  passes: [
    `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1' }] } }, strategy: { canary: { steps: [{ setWeight: 5 }, { setHeaderRoute: { name: a, match: [{ headerName: a, headerValue: { exact: b } }] } }] } } }
`,
    `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1' }] } }, strategy: { canary: { steps: [{ setCanaryScale: { replicas: 1 } }, { setHeaderRoute: { name: a, match: [{ headerName: a, headerValue: { exact: b } }] } }] } } }
`,
    `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1' }] } }, strategy: { canary: { steps: [{ setHeaderRoute: { name: a } }] } } }
`,
  ],
});
