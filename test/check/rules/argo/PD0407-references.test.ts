import { ruleTest } from '../../helper';

ruleTest('PD0407', {
  fails: [
    `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1' }] } }
  strategy: { canary: { trafficRouting: { plugins: { argoproj-labs/gatewayAPI: { httpRoutes: [{ name: web }, { name: web-api }] } } } } }
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, namespace: shop }
spec: { parentRefs: [{ name: public }] }
`,
    `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1' }] } }
  strategy: { canary: { trafficRouting: { plugins: { argoproj-labs/gatewayAPI: { httpRoute: wep, namespace: shop } } } } }
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, namespace: shop }
spec: { parentRefs: [{ name: public }] }
`,
    `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1' }] } }, strategy: { canary: { canaryService: a, stableService: b } } }
---
apiVersion: v1
kind: Service
metadata: { name: b, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: 8080 }] }
`,
    `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1' }] } }, strategy: { canary: { canaryService: a, stableService: b, trafficRouting: { istio: { virtualService: { name: web, routes: [primary] } } } } } }
---
apiVersion: v1
kind: Service
metadata: { name: a, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: 8080 }] }
---
apiVersion: v1
kind: Service
metadata: { name: b, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: 8080 }] }
`,
    `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web, namespace: shop }
spec: { workloadRef: { apiVersion: apps/v1, kind: Deployment, name: web }, strategy: { canary: {} } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: wep, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1', ports: [{ containerPort: 8080 }] }] } } }
`,
  ],
  passes: [
    `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1' }] } }
  strategy: { canary: { trafficRouting: { plugins: { argoproj-labs/gatewayAPI: { httpRoute: public, namespace: edge } } } } }
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, namespace: shop }
spec: { parentRefs: [{ name: public }] }
`,
    `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1' }] } }
  strategy: { canary: { trafficRouting: { plugins: { argoproj-labs/gatewayAPI: { httpRoute: web, namespace: shop } } } } }
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, namespace: shop }
spec: { parentRefs: [{ name: public }] }
`,
    `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1' }] } }, strategy: { canary: { canaryService: a, stableService: b, trafficRouting: { istio: { virtualService: { name: web, routes: [primary] } } } } } }
---
apiVersion: v1
kind: Service
metadata: { name: a, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: 8080 }] }
---
apiVersion: v1
kind: Service
metadata: { name: b, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: 8080 }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec: { hosts: [web], http: [{ route: [{ destination: { host: web } }] }] }
`,
    `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1' }] } }, strategy: { canary: { canaryService: a, stableService: b, trafficRouting: { istio: { virtualService: { name: web, routes: [primary] } } } } } }
`,
  ],
});
