import { ruleTest } from '../../helper';

ruleTest('PD0409', {
  fails: [
    `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1' }] } }, strategy: { canary: { steps: [{ setWeight: 20, pause: {} }] } } }
`,
    `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1' }] } }, strategy: { canary: { steps: [{ }] } } }
`,
    `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1' }] } }, strategy: { canary: { steps: [{ setCanaryScale: { replicas: 1 }, setHeaderRoute: { name: a } }] } } }
`,
  ],
  passes: [
    `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1' }] } }, strategy: { canary: { steps: [{ setWeight: 20 }, { pause: {} }] } } }
`,
  ],
});
