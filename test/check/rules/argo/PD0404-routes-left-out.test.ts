import { ruleTest } from '../../helper';

ruleTest('PD0404', {
  fails: [
    `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1' }] } }, strategy: { canary: { canaryService: a, stableService: b, trafficRouting: { istio: { virtualService: { name: web } } } } } }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec: { hosts: [web], http: [{ route: [{ destination: { host: a }, weight: 0 }, { destination: { host: b }, weight: 100 }] }, { route: [{ destination: { host: a }, weight: 0 }, { destination: { host: b }, weight: 100 }] }] }
`,
  ],
  passes: [
    `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1' }] } }, strategy: { canary: { canaryService: a, stableService: b, trafficRouting: { istio: { virtualService: { name: web } } } } } }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec: { hosts: [web], http: [{ route: [{ destination: { host: a }, weight: 0 }, { destination: { host: b }, weight: 100 }] }] }
`,
    `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1' }] } }, strategy: { canary: { canaryService: a, stableService: b, trafficRouting: { istio: { virtualService: { name: web, routes: [primary] } } } } } }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec: { hosts: [web], http: [{ name: primary, route: [{ destination: { host: a }, weight: 0 }, { destination: { host: b }, weight: 100 }] }, { route: [{ destination: { host: a }, weight: 0 }, { destination: { host: b }, weight: 100 }] }] }
`,
  ],
});
