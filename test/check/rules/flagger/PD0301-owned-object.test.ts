import { ruleTest } from '../../helper';

ruleTest('PD0301', {
  fails: [
    `
apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { template: { spec: { containers: [{ image: 'app:1' }] } }, traffic: [{ latestRevision: true, percent: 100 }] }
---
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: web, namespace: shop }
spec:
  provider: knative
  targetRef: { apiVersion: serving.knative.dev/v1, kind: Service, name: web }
  service: { port: 80 }
  analysis: { interval: 1m, threshold: 5, stepWeight: 10, maxWeight: 50 }
`,
    `
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: web, namespace: shop }
spec: { targetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, service: { port: 80 }, analysis: { interval: 1m, threshold: 5, stepWeight: 10, maxWeight: 50 } }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: 8080 }] }
`,
    `
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: web, namespace: shop }
spec: { targetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, provider: istio, service: { port: 80 }, analysis: { interval: 1m, threshold: 5, stepWeight: 10, maxWeight: 50 } }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec: { hosts: [web], http: [{ route: [{ destination: { host: web } }] }] }
`,
    `
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: web, namespace: shop }
spec: { targetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, service: { port: 80 }, analysis: { interval: 1m, threshold: 5, stepWeight: 10, maxWeight: 50 } }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: mine, namespace: shop }
spec: { hosts: [web.shop.svc.cluster.local], http: [{ route: [{ destination: { host: web } }] }] }
`,
    `
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: web, namespace: shop }
spec: { targetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, provider: gatewayapi:v1, service: { port: 80 }, analysis: { interval: 1m, threshold: 5, stepWeight: 10, maxWeight: 50 } }
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, namespace: shop }
spec: {}
`,
  ],
  passes: [
    `
apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { template: { spec: { containers: [{ image: 'app:1' }] } } }
---
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: web, namespace: shop }
spec:
  provider: knative
  targetRef: { apiVersion: serving.knative.dev/v1, kind: Service, name: web }
  service: { port: 80 }
  analysis: { interval: 1m, threshold: 5, stepWeight: 10, maxWeight: 50 }
`,
    `
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: web, namespace: shop }
spec: { targetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, service: { port: 80 }, analysis: { interval: 1m, threshold: 5, stepWeight: 10, maxWeight: 50 } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1', ports: [{ containerPort: 8080 }] }] } } }
---
apiVersion: v1
kind: Service
metadata: { name: other, namespace: shop }
spec: { selector: { app: other }, ports: [{ name: http, port: 80, targetPort: 8080 }] }
`,
    `
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: web, namespace: shop }
spec: { targetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, provider: kubernetes, service: { port: 80 }, analysis: { interval: 1m, threshold: 5, stepWeight: 10, maxWeight: 50 } }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec: { hosts: [web], http: [{ route: [{ destination: { host: web } }] }] }
`,
    `
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: web, namespace: shop }
spec: { targetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, service: { port: 80 }, analysis: { interval: 1m, threshold: 5, stepWeight: 10, maxWeight: 50 } }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: blog }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: 8080 }] }
`,
  ],
});
