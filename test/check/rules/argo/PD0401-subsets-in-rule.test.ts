import { ruleTest } from '../../helper';

ruleTest('PD0401', {
  fails: [
    `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1' }] } }, strategy: { canary: { trafficRouting: { istio: { virtualService: { name: web }, destinationRule: { name: web, canarySubsetName: canary, stableSubsetName: stable } } } } } }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web, namespace: shop }
spec: { host: web, subsets: [{ name: canary }, { name: main }] }
`,
    `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1' }] } }, strategy: { canary: { trafficRouting: { istio: { virtualService: { name: web }, destinationRule: { name: web, canarySubsetName: canary, stableSubsetName: canary } } } } } }
`,
    `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1' }] } }, strategy: { canary: { trafficRouting: { istio: { virtualService: { name: web }, destinationRule: { name: web, canarySubsetName: canary } } } } } }
`,
  ],
  passes: [
    `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1' }] } }, strategy: { canary: { trafficRouting: { istio: { virtualService: { name: web }, destinationRule: { name: web, canarySubsetName: canary, stableSubsetName: stable } } } } } }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web, namespace: shop }
spec: { host: web, subsets: [{ name: canary, labels: {} }, { name: stable, labels: {} }] }
`,
    `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1' }] } }, strategy: { canary: { trafficRouting: { istio: { virtualService: { name: web }, destinationRule: { name: web, canarySubsetName: canary, stableSubsetName: stable } } } } } }
`,
  ],
});
