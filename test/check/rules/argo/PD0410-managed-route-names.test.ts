import { ruleTest } from '../../helper';

ruleTest('PD0410', {
  fails: [
    `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1' }] } }, strategy: { canary: { trafficRouting: { managedRoutes: [{ name: testers }], istio: { virtualService: { name: web } } }, steps: [{ setHeaderRoute: { name: tester } }] } } }
`,
    `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1' }] } }, strategy: { canary: { steps: [{ setMirrorRoute: { name: a } }] } } }
`,
    `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1' }] } }, strategy: { canary: { trafficRouting: { managedRoutes: [{ name: testers }], istio: { virtualService: { name: web } } }, steps: [{ setHeaderRoute: { name: testers } }] } } }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec: { hosts: [web], http: [{ name: testers, route: [{ destination: { host: a }, weight: 0 }, { destination: { host: b }, weight: 100 }] }] }
`,
  ],
  passes: [
    `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1' }] } }, strategy: { canary: { trafficRouting: { managedRoutes: [{ name: testers }], istio: { virtualService: { name: web } } }, steps: [{ setHeaderRoute: { name: testers } }] } } }
`,
  ],
});
