import { ruleTest } from '../../helper';

ruleTest('PD1101', {
  fails: [
    `
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: web, namespace: shop }
spec:
  provider: gatewayapi:v1
  targetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
  service: { port: 80, hosts: [a.example.org], gatewayRefs: [{ name: public, namespace: edge }] }
  analysis: { interval: 1m, threshold: 5, stepWeight: 10, maxWeight: 50 }
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: public, namespace: edge }
spec: { gatewayClassName: x, listeners: [{ name: web, port: 80, protocol: HTTP, hostname: '*.example.com', allowedRoutes: { namespaces: { from: All } } }] }
`,
    `
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: web, namespace: shop }
spec:
  provider: gatewayapi:v1
  targetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
  service: { port: 80, hosts: [a.example.com], gatewayRefs: [{ name: public, namespace: edge, sectionName: https }] }
  analysis: { interval: 1m, threshold: 5, stepWeight: 10, maxWeight: 50 }
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: public, namespace: edge }
spec: { gatewayClassName: x, listeners: [{ name: web, port: 80, protocol: HTTP, hostname: '*.example.com', allowedRoutes: { namespaces: { from: All } } }] }
`,
    `
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: web, namespace: shop }
spec:
  provider: gatewayapi:v1
  targetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
  service: { port: 80, hosts: [a.example.com], gatewayRefs: [{ name: publik, namespace: edge }] }
  analysis: { interval: 1m, threshold: 5, stepWeight: 10, maxWeight: 50 }
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: public, namespace: edge }
spec: { gatewayClassName: x, listeners: [{ name: web, port: 80, protocol: HTTP, hostname: '*.example.com', allowedRoutes: { namespaces: { from: All } } }] }
`,
    `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: g, namespace: edge }
spec: { gatewayClassName: istio, listeners: [{ name: http, port: 80, protocol: HTTP, hostname: '*.example.com', allowedRoutes: { namespaces: { from: All } } }] }
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, namespace: shop }
spec: { parentRefs: [{ name: g, namespace: edge }], hostnames: [a.example.org] }
`,
    `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: g, namespace: edge }
spec: { gatewayClassName: istio, listeners: [{ name: http, port: 80, protocol: HTTP, hostname: '*.example.com', allowedRoutes: { namespaces: { from: All } } }] }
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, namespace: shop }
spec: { parentRefs: [{ name: g, namespace: edge, sectionName: https }] }
`,
    `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: g, namespace: edge }
spec: { gatewayClassName: istio, listeners: [{ name: http, port: 80, protocol: HTTP, hostname: '*.example.com', allowedRoutes: { namespaces: { from: All } } }] }
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, namespace: shop }
spec: { parentRefs: [{ name: g }] }
`,
    `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: g, namespace: edge }
spec: { gatewayClassName: istio, listeners: [{ name: http, port: 80, protocol: HTTP }] }
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, namespace: shop }
spec: { parentRefs: [{ name: g, namespace: edge }] }
`,
  ],
  passes: [
    `
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: web, namespace: shop }
spec:
  provider: gatewayapi:v1
  targetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
  service: { port: 80, hosts: [a.example.com], gatewayRefs: [{ name: another, namespace: infra }] }
  analysis: { interval: 1m, threshold: 5, stepWeight: 10, maxWeight: 50 }
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: public, namespace: edge }
spec: { gatewayClassName: x, listeners: [{ name: web, port: 80, protocol: HTTP, hostname: '*.example.com', allowedRoutes: { namespaces: { from: All } } }] }
`,
    `
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: web, namespace: shop }
spec:
  provider: gatewayapi:v1
  targetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
  service: { port: 80, hosts: [a.example.com], gatewayRefs: [{ name: public, namespace: edge }] }
  analysis: { interval: 1m, threshold: 5, stepWeight: 10, maxWeight: 50 }
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: public, namespace: edge }
spec: { gatewayClassName: x, listeners: [{ name: web, port: 80, protocol: HTTP, hostname: '*.example.com', allowedRoutes: { namespaces: { from: All } } }] }
`,
    `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: g, namespace: edge }
spec: { gatewayClassName: istio, listeners: [{ name: http, port: 80, protocol: HTTP, hostname: '*.example.com', allowedRoutes: { namespaces: { from: All } } }] }
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, namespace: shop }
spec: { parentRefs: [{ name: g, namespace: edge, sectionName: http }], hostnames: [a.example.com] }
`,
    `
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, namespace: shop }
spec: { parentRefs: [{ name: g, namespace: edge }] }
`,
    `
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, namespace: shop }
spec: { parentRefs: [{ group: '', kind: Service, name: web }] }
`,
  ],
});
