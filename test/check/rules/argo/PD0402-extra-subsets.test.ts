import { ruleTest } from '../../helper';

ruleTest('PD0402', {
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
spec: { host: web, subsets: [{ name: canary, labels: {} }, { name: stable, labels: {} }, { name: eu }] }
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
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: other, namespace: shop }
spec: { host: web, subsets: [{ name: canary, labels: {} }, { name: stable, labels: {} }, { name: eu }] }
`,
  ],
});
