/** Correct sets that look like broken ones: each was thought up to make a careless check raise a false alarm. */
export const TRICKY_SETS: Readonly<Record<string, string>> = {
  'a VirtualService for callers from outside only, its gateway elsewhere': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec:
  hosts: [web.example.com]
  gateways: [istio-system/public]
  http: [{ route: [{ destination: { host: web, subset: v1 }, weight: 90 }, { destination: { host: web, subset: v2 }, weight: 10 }] }]
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web, namespace: shop }
spec: { host: web, subsets: [{ name: v1, labels: { version: v1 } }, { name: v2, labels: { version: v2 } }, { name: v3, labels: { version: v3 } }] }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: 8080 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web-v1, namespace: shop }
spec: { selector: { matchLabels: { app: web, version: v1 } }, template: { metadata: { labels: { app: web, version: v1 } }, spec: { containers: [{ name: app, image: 'app:1' }] } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web-v2, namespace: shop }
spec: { selector: { matchLabels: { app: web, version: v2 } }, template: { metadata: { labels: { app: web, version: v2 } }, spec: { containers: [{ name: app, image: 'app:2' }] } } }
`,
  'a route to a Service of another team, in the same namespace and in another': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec:
  hosts: [web]
  http:
    - { match: [{ uri: { prefix: /ratings } }], route: [{ destination: { host: ratings } }] }
    - { match: [{ uri: { prefix: /pay } }], route: [{ destination: { host: pay.billing.svc.cluster.local, port: { number: 8080 } } }] }
    - { match: [{ uri: { prefix: /maps } }], route: [{ destination: { host: maps.example.org } }] }
    - { route: [{ destination: { host: web } }] }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
`,
  'blue/green by the selector of a Service, with a preview': `
apiVersion: v1
kind: Service
metadata: { name: web }
spec: { selector: { app: web, version: blue }, ports: [{ port: 80, targetPort: 8080 }] }
---
apiVersion: v1
kind: Service
metadata: { name: web-preview }
spec: { selector: { app: web, version: green }, ports: [{ port: 80, targetPort: 8080 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web-blue }
spec: { replicas: 2, selector: { matchLabels: { app: web, version: blue } }, template: { metadata: { labels: { app: web, version: blue } }, spec: { containers: [{ name: app, image: 'app:1', ports: [{ containerPort: 8080 }] }] } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web-green }
spec: { replicas: 2, selector: { matchLabels: { app: web, version: green } }, template: { metadata: { labels: { app: web, version: green } }, spec: { containers: [{ name: app, image: 'app:2', ports: [{ containerPort: 8080 }] }] } } }
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web }
spec: { minAvailable: 3, selector: { matchLabels: { app: web } } }
`,
  'a root that delegates to a VirtualService of Flagger, and one of another team': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: root, namespace: edge }
spec:
  hosts: ['*.example.com']
  gateways: [public, mesh]
  http:
    - { match: [{ uri: { prefix: /cart } }], delegate: { name: cart, namespace: shop } }
    - { match: [{ uri: { prefix: /blog } }], delegate: { name: blog, namespace: blog } }
    - { match: [{ uri: { exact: / } }], redirect: { uri: /blog } }
    - { match: [{ uri: { prefix: / }, method: { exact: OPTIONS } }], directResponse: { status: 204 } }
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: public, namespace: edge }
spec:
  selector: { istio: edge }
  servers:
    - { port: { number: 80, name: http, protocol: HTTP }, hosts: ['*/*.example.com'], tls: { httpsRedirect: true } }
    - { port: { number: 443, name: https, protocol: HTTPS }, hosts: ['*/*.example.com'], tls: { mode: SIMPLE, credentialName: kubernetes-gateway://edge/cert } }
    - { port: { number: 8443, name: tls, protocol: TLS }, hosts: [db.example.com], tls: { mode: PASSTHROUGH } }
---
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: cart, namespace: shop }
spec:
  provider: istio
  targetRef: { apiVersion: apps/v1, kind: Deployment, name: cart }
  service: { port: 80, delegation: true }
  analysis:
    interval: 1m30s
    threshold: 5
    stepWeights: [1, 5, 25, 60]
    metrics: [{ name: request-success-rate, thresholdRange: { min: 99 }, interval: 1m }, { name: queue, templateRef: { name: queue, namespace: flagger-system }, thresholdRange: { max: 10 }, interval: 1m }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec: { selector: { matchLabels: { app: cart } }, template: { metadata: { labels: { app: cart } }, spec: { containers: [{ name: app, image: 'cart:1', ports: [{ name: http, containerPort: 80 }] }] } } }
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: cart-primary, namespace: shop }
spec: { maxUnavailable: 1, selector: { matchLabels: { app: cart-primary } } }
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: cart, namespace: shop }
spec: { maxUnavailable: 1, selector: { matchLabels: { app: cart } } }
`,
  'rules for the mesh and for a gateway apart, with a rule for each source': `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web-public, namespace: shop }
spec:
  hosts: [web.example.com, web]
  gateways: [edge/public]
  http:
    - { match: [{ headers: { cookie: { regex: '^(.*; )?beta=1(;.*)?$' } } }], route: [{ destination: { host: web, subset: v2 } }] }
    - { route: [{ destination: { host: web, subset: v1 } }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec:
  hosts: [web.shop.svc.cluster.local]
  http:
    - { match: [{ sourceLabels: { app: batch } }], route: [{ destination: { host: web.shop.svc.cluster.local, subset: v1 } }] }
    - { match: [{ sourceLabels: { app: batch, tier: night } , uri: { prefix: /x } }, { port: 8080 }], route: [{ destination: { host: web.shop.svc.cluster.local, subset: v2 } }] }
    - { match: [{ uri: { prefix: /api/ } }, { uri: { exact: /api } }], rewrite: { uri: / }, route: [{ destination: { host: web.shop.svc.cluster.local, subset: v2 } }] }
    - { match: [{ uri: { prefix: /ap } }], route: [{ destination: { host: web.shop.svc.cluster.local, subset: v1 } }] }
    - { route: [{ destination: { host: web.shop.svc.cluster.local, subset: v1 }, weight: 100 }, { destination: { host: web.shop.svc.cluster.local, subset: v2 }, weight: 0 }] }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web, namespace: shop }
spec: { host: '*.shop.svc.cluster.local', subsets: [{ name: v1, labels: { version: v1 } }, { name: v2, labels: { version: v2 } }] }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: api, namespace: shop }
spec: { host: api, exportTo: ['.'], subsets: [{ name: v1, labels: { version: v1 } }] }
`,
  'a client with a DestinationRule and a VirtualService of its own': `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web, namespace: shop }
spec: { host: web, trafficPolicy: { connectionPool: { tcp: { maxConnections: 10 } } }, subsets: [{ name: v1, labels: { version: v1 } }] }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web-for-batch, namespace: batch }
spec: { host: web.shop.svc.cluster.local, exportTo: ['.'], trafficPolicy: { connectionPool: { tcp: { maxConnections: 1 } } }, subsets: [{ name: v1, labels: { version: v1 } }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec: { hosts: [web.shop.svc.cluster.local], exportTo: ['.'], http: [{ route: [{ destination: { host: web, subset: v1 } }] }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: batch }
spec: { hosts: [web.shop.svc.cluster.local], exportTo: ['.'], http: [{ timeout: 300s, route: [{ destination: { host: web.shop.svc.cluster.local, subset: v1 } }] }] }
`,
  'a Rollout that took a Deployment over, with background and inline analyses': `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: api, namespace: shop }
spec:
  replicas: 5
  workloadRef: { apiVersion: apps/v1, kind: Deployment, name: api, scaleDown: progressively }
  strategy:
    canary:
      canaryService: api-canary
      stableService: api
      trafficRouting: { alb: { ingress: api, servicePort: 80 } }
      analysis: { templates: [{ templateName: shared-errors, clusterScope: true }, { templateName: rate }], startingStep: 1, args: [{ name: service, value: api-canary }] }
      steps:
        - setWeight: 10
        - pause: { duration: '30' }
        - analysis: { templates: [{ templateName: smoke }] }
        - setWeight: 60
        - pause: {}
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: api, namespace: shop }
spec: { replicas: 0, selector: { matchLabels: { app: api } }, template: { metadata: { labels: { app: api } }, spec: { containers: [{ name: app, image: 'api:1', ports: [{ name: http, containerPort: 8080 }] }] } } }
---
apiVersion: v1
kind: Service
metadata: { name: api, namespace: shop }
spec: { type: NodePort, selector: { app: api }, ports: [{ port: 80, targetPort: http }] }
---
apiVersion: v1
kind: Service
metadata: { name: api-canary, namespace: shop }
spec: { type: NodePort, selector: { app: api }, ports: [{ port: 80, targetPort: http }] }
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: api, namespace: shop }
spec: { ingressClassName: alb, rules: [{ http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: api, port: { name: use-annotation } } } }] } }] }
---
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: { name: rate, namespace: shop }
spec:
  args: [{ name: service }, { name: token, valueFrom: { secretKeyRef: { name: prometheus, key: token } } }]
  metrics:
    - name: rate
      interval: 1m
      successCondition: default(result[0], 1) >= 0.95
      failureLimit: 3
      provider: { prometheus: { address: 'http://p', query: 'sum(rate(ok_total{service="{{args.service}}"}[2m])) / sum(rate(all_total{service="{{ args.service }}"}[2m]))' } }
    - name: up
      interval: 1m
      successCondition: result >= 1
      provider: { prometheus: { address: 'http://p', query: 'scalar(sum(up))' } }
---
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: { name: smoke, namespace: shop }
spec: { metrics: [{ name: smoke, provider: { job: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: smoke, image: 'smoke:1' }] } } } } } }] }
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: worker, namespace: shop }
spec: { scaleTargetRef: { apiVersion: apps/v1, kind: StatefulSet, name: worker }, minReplicas: 2, maxReplicas: 4 }
`,
  'shares as ratios, and a split that a person has emptied on purpose': `
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, namespace: shop }
spec:
  parentRefs: [{ name: public, namespace: gateways }]
  hostnames: [web.example.com]
  rules:
    - { matches: [{ path: { type: PathPrefix, value: / } }], backendRefs: [{ name: web-v1, port: 80, weight: 3 }, { name: web-v2, port: 80, weight: 1 }] }
    - { matches: [{ path: { type: PathPrefix, value: /new } }], backendRefs: [{ name: web-v1, port: 80, weight: 0 }, { name: web-v2, port: 80 }] }
    - { matches: [{ headers: [{ name: x-test, value: a }] }], backendRefs: [{ name: web-v2, port: 80 }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec:
  hosts: [web]
  http:
    - { match: [{ uri: { prefix: /a } }], route: [{ destination: { host: web-v1 }, weight: 1 }, { destination: { host: web-v2 }, weight: 1 }] }
    - { route: [{ destination: { host: web-v1 }, weight: 34 }, { destination: { host: web-v2 }, weight: 33 }, { destination: { host: web-v3 }, weight: 33 }] }
`,
};
