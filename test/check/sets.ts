/** Correct sets, each another way to release: what breaks them is what a check has to find, and whole they are silent. */

/** Two versions side by side on Istio, called from outside and inside, with everything around them. */
export const MESH = `
apiVersion: v1
kind: Service
metadata: { name: reviews, namespace: shop }
spec:
  selector: { app: reviews }
  ports: [{ name: http, port: 80, targetPort: 8080 }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: reviews-v1, namespace: shop }
spec:
  selector: { matchLabels: { app: reviews, version: v1 } }
  strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } }
  template:
    metadata: { labels: { app: reviews, version: v1 } }
    spec:
      containers:
        - name: app
          image: example/reviews:v1
          ports: [{ name: web, containerPort: 8080 }]
          env: [{ name: RATINGS_URL, value: 'http://ratings:80' }]
          readinessProbe: { httpGet: { path: /, port: web } }
          resources: { requests: { cpu: 100m, memory: 64Mi } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: reviews-v2, namespace: shop }
spec:
  replicas: 3
  selector: { matchLabels: { app: reviews, version: v2 } }
  template:
    metadata: { labels: { app: reviews, version: v2 } }
    spec:
      containers: [{ name: app, image: 'example/reviews:v2', ports: [{ name: web, containerPort: 8080 }] }]
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: reviews, namespace: shop }
spec:
  host: reviews
  trafficPolicy: { outlierDetection: { interval: 10s, baseEjectionTime: 30s, consecutive5xxErrors: 5 } }
  subsets:
    - { name: v1, labels: { version: v1 } }
    - { name: v2, labels: { version: v2 } }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: reviews, namespace: shop }
spec:
  hosts: [reviews, reviews.example.com]
  gateways: [istio-ingress/public, mesh]
  http:
    - name: testers
      match: [{ headers: { x-group: { exact: test } } }]
      route: [{ destination: { host: reviews, subset: v2 } }]
    - name: mobile
      match: [{ headers: { user-agent: { regex: '.*Mobile.*' } }, uri: { prefix: /api } }]
      timeout: 10s
      retries: { attempts: 3, perTryTimeout: 2s, retryOn: 5xx }
      route: [{ destination: { host: reviews, subset: v1 } }]
    - name: everyone
      route:
        - { destination: { host: reviews, subset: v1 }, weight: 90 }
        - { destination: { host: reviews, subset: v2 }, weight: 10 }
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: public, namespace: istio-ingress }
spec:
  selector: { istio: ingress }
  servers:
    - { port: { number: 443, name: https, protocol: HTTPS }, hosts: ['*.example.com'], tls: { mode: SIMPLE, credentialName: example-com } }
---
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: { name: example-com, namespace: istio-ingress }
spec: { secretName: example-com, dnsNames: ['*.example.com'], issuerRef: { name: letsencrypt } }
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: reviews-v1, namespace: shop }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: reviews-v1 }
  minReplicas: 2
  maxReplicas: 5
  metrics: [{ type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 80 } } }]
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: reviews, namespace: shop }
spec: { minAvailable: 1, selector: { matchLabels: { app: reviews } } }
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: reviews-v2, namespace: shop }
spec: { minAvailable: 2, selector: { matchLabels: { app: reviews, version: v2 } } }
`;

/** A canary by Flagger on Istio. */
export const FLAGGER = `
apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  template:
    metadata: { labels: { app: cart, team: checkout } }
    spec:
      containers: [{ name: app, image: 'example/cart:1.0', ports: [{ name: http, containerPort: 8080 }], resources: { requests: { cpu: 100m } } }]
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: cart, namespace: shop }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: cart }
  minReplicas: 2
  maxReplicas: 4
  metrics: [{ type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 80 } } }]
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: cart, namespace: shop }
spec: { maxUnavailable: 1, selector: { matchLabels: { team: checkout } } }
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: cart, namespace: shop }
spec: { podSelector: { matchLabels: { team: checkout } }, ingress: [{}] }
---
apiVersion: flagger.app/v1beta1
kind: MetricTemplate
metadata: { name: error-rate, namespace: shop }
spec:
  provider: { type: prometheus, address: 'http://prometheus.monitoring:9090' }
  query: |
    sum(rate(istio_requests_total{destination_workload="{{ target }}", response_code=~"5.."}[{{ interval }}])) or vector(0)
---
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: cart, namespace: shop }
spec:
  provider: istio
  targetRef: { apiVersion: apps/v1, kind: Deployment, name: cart }
  autoscalerRef: { apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, name: cart }
  service:
    port: 80
    targetPort: 8080
    timeout: 15s
    retries: { attempts: 3, perTryTimeout: 1s, retryOn: 5xx }
    match: [{ uri: { prefix: / } }]
  analysis:
    interval: 1m
    threshold: 5
    maxWeight: 50
    stepWeight: 10
    metrics:
      - { name: request-success-rate, interval: 1m, thresholdRange: { min: 99 } }
      - { name: request-duration, interval: 30s, thresholdRange: { max: 500 } }
      - { name: error-rate, interval: 1m, thresholdRange: { max: 5 }, templateRef: { name: error-rate } }
    webhooks:
      - { name: load, type: rollout, url: 'http://loadtester.shop/', timeout: 5s, metadata: { cmd: 'hey -z 1m http://cart.shop/' } }
`;

/** An A/B test by Flagger behind the Gateway API, and a gate. */
export const FLAGGER_AB = `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: front }
spec:
  selector: { matchLabels: { app.kubernetes.io/name: web } }
  template:
    metadata: { labels: { app.kubernetes.io/name: web } }
    spec: { containers: [{ name: app, image: 'example/web:1.0', ports: [{ name: http, containerPort: 3000 }] }] }
---
apiVersion: networking.istio.io/v1beta1
kind: Gateway
metadata: { name: front, namespace: front }
spec:
  selector: { istio: ingressgateway }
  servers: [{ port: { number: 80, name: http, protocol: HTTP }, hosts: ['front/*.example.org'] }]
---
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: web, namespace: front }
spec:
  targetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
  service:
    name: web
    port: 80
    targetPort: http
    gateways: [front, mesh]
    hosts: [www.example.org]
    trafficPolicy: { tls: { mode: ISTIO_MUTUAL } }
  analysis:
    interval: 30s
    threshold: 3
    iterations: 10
    match: [{ headers: { cookie: { regex: '^(.*?;)?(canary=always)(;.*)?$' } } }]
    metrics:
      - { name: request-success-rate, interval: 1m, thresholdRange: { min: 99 } }
    webhooks:
      - { name: gate, type: confirm-promotion, url: 'http://flagger-loadtester.test/gate/check' }
`;

/** A canary by Argo Rollouts between two Services of Istio, with analyses. */
export const ARGO = `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: pay, namespace: shop }
spec:
  replicas: 4
  selector: { matchLabels: { app: pay } }
  template:
    metadata: { labels: { app: pay } }
    spec: { containers: [{ name: app, image: 'example/pay:1', ports: [{ name: http, containerPort: 8080 }] }] }
  strategy:
    canary:
      canaryService: pay-canary
      stableService: pay-stable
      maxSurge: 1
      maxUnavailable: 0
      trafficRouting:
        managedRoutes: [{ name: testers }]
        istio: { virtualService: { name: pay, routes: [primary] } }
      analysis:
        templates: [{ templateName: errors }]
      steps:
        - setCanaryScale: { replicas: 1 }
        - setHeaderRoute: { name: testers, match: [{ headerName: x-group, headerValue: { exact: test } }] }
        - pause: {}
        - setCanaryScale: { matchTrafficWeight: true }
        - setWeight: 20
        - analysis: { templates: [{ templateName: success-rate }], args: [{ name: service, value: pay-canary }] }
        - pause: { duration: 10m }
        - setWeight: 50
        - pause: { duration: 30 }
---
apiVersion: v1
kind: Service
metadata: { name: pay-canary, namespace: shop }
spec: { selector: { app: pay }, ports: [{ name: http, port: 80, targetPort: http }] }
---
apiVersion: v1
kind: Service
metadata: { name: pay-stable, namespace: shop }
spec: { selector: { app: pay }, ports: [{ name: http, port: 80, targetPort: http }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: pay, namespace: shop }
spec:
  hosts: [pay-stable]
  http:
    - name: internal
      match: [{ uri: { prefix: /internal } }]
      route: [{ destination: { host: pay-stable } }]
    - name: primary
      route:
        - { destination: { host: pay-stable }, weight: 100 }
        - { destination: { host: pay-canary }, weight: 0 }
---
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: { name: success-rate, namespace: shop }
spec:
  args: [{ name: service }, { name: min, value: '0.95' }]
  metrics:
    - name: success
      interval: 1m
      count: 3
      successCondition: isNaN(result[0]) || result[0] >= 0.95
      provider:
        prometheus:
          address: http://prometheus.monitoring:9090
          query: |
            sum(rate(istio_requests_total{destination_service_name="{{args.service}}", response_code!~"5.*"}[2m])) /
            sum(rate(istio_requests_total{destination_service_name="{{args.service}}"}[2m]))
---
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: { name: errors, namespace: shop }
spec:
  metrics:
    - name: errors
      interval: 1m
      failureCondition: len(result) > 0 && result[0] > 10
      provider: { prometheus: { address: 'http://prometheus.monitoring:9090', query: 'sum(increase(errors_total[5m]))' } }
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: orders, namespace: shop }
spec:
  scaleTargetRef: { apiVersion: argoproj.io/v1alpha1, kind: Rollout, name: orders }
  minReplicas: 3
  maxReplicas: 6
  metrics: [{ type: External, external: { metric: { name: queue }, target: { type: AverageValue, averageValue: '10' } } }]
---
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: orders, namespace: shop }
spec:
  workloadRef: { apiVersion: apps/v1, kind: Deployment, name: orders, scaleDown: onsuccess }
  strategy: { blueGreen: { activeService: orders, previewService: orders-preview, autoPromotionEnabled: false } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: orders, namespace: shop }
spec:
  replicas: 0
  selector: { matchLabels: { app: orders } }
  template:
    metadata: { labels: { app: orders } }
    spec: { containers: [{ name: app, image: 'example/orders:7', ports: [{ containerPort: 9000 }] }] }
---
apiVersion: v1
kind: Service
metadata: { name: orders, namespace: shop }
spec: { selector: { app: orders }, ports: [{ name: http, port: 80, targetPort: 9000 }] }
---
apiVersion: v1
kind: Service
metadata: { name: orders-preview, namespace: shop }
spec: { selector: { app: orders }, ports: [{ name: http, port: 80, targetPort: 9000 }] }
`;

/** A canary by Argo Rollouts between two subsets of one Service, in fully qualified names. */
export const ARGO_SUBSETS = `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: stock, namespace: store }
spec:
  selector: { matchLabels: { app: stock } }
  template:
    metadata: { labels: { app: stock } }
    spec: { containers: [{ name: app, image: 'example/stock:1', ports: [{ containerPort: 8080 }] }] }
  strategy:
    canary:
      trafficRouting:
        istio:
          virtualServices: [{ name: stock }]
          destinationRule: { name: stock, canarySubsetName: canary, stableSubsetName: stable }
      steps: [{ setWeight: 25 }, { pause: { duration: 1h } }]
---
apiVersion: v1
kind: Service
metadata: { name: stock, namespace: store }
spec: { selector: { app: stock }, ports: [{ port: 80, targetPort: 8080, appProtocol: http }] }
---
apiVersion: networking.istio.io/v1beta1
kind: DestinationRule
metadata: { name: stock, namespace: store }
spec:
  host: stock.store.svc.cluster.local
  subsets: [{ name: canary, labels: { app: stock } }, { name: stable, labels: { app: stock } }]
---
apiVersion: networking.istio.io/v1beta1
kind: VirtualService
metadata: { name: stock, namespace: store }
spec:
  hosts: [stock.store.svc.cluster.local]
  http:
    - route:
        - { destination: { host: stock.store.svc.cluster.local, subset: stable }, weight: 100 }
        - { destination: { host: stock.store.svc.cluster.local, subset: canary }, weight: 0 }
`;

/** Two versions by the Gateway API, and a Knative Service. */
export const GATEWAY_API = `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: public, namespace: edge }
spec:
  gatewayClassName: istio
  listeners:
    - { name: https, port: 443, protocol: HTTPS, hostname: '*.example.net', tls: { certificateRefs: [{ name: edge-cert }] }, allowedRoutes: { namespaces: { from: All } } }
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: blog, namespace: blog }
spec:
  parentRefs: [{ name: public, namespace: edge, sectionName: https }]
  hostnames: [blog.example.net]
  rules:
    - matches: [{ path: { type: RegularExpression, value: '/posts/[0-9]+' } }]
      backendRefs: [{ name: blog-v2, port: 80 }]
    - matches: [{ headers: [{ name: x-group, value: test }] }]
      backendRefs: [{ name: blog-v2, port: 80 }]
    - backendRefs:
        - { name: blog-v1, port: 80, weight: 90 }
        - { name: blog-v2, port: 80, weight: 10 }
---
apiVersion: v1
kind: Service
metadata: { name: blog-v1, namespace: blog }
spec: { selector: { app: blog, version: v1 }, ports: [{ name: http, port: 80, targetPort: http }] }
---
apiVersion: v1
kind: Service
metadata: { name: blog-v2, namespace: blog }
spec: { selector: { app: blog, version: v2 }, ports: [{ name: http, port: 80, targetPort: http }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: blog-v1, namespace: blog }
spec:
  selector: { matchLabels: { app: blog, version: v1 } }
  template:
    metadata: { labels: { app: blog, version: v1 } }
    spec: { containers: [{ name: app, image: 'example/blog:1', ports: [{ name: http, containerPort: 8080 }] }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: blog-v2, namespace: blog }
spec:
  selector: { matchLabels: { app: blog, version: v2 } }
  template:
    metadata: { labels: { app: blog, version: v2 } }
    spec: { containers: [{ name: app, image: 'example/blog:2', ports: [{ name: http, containerPort: 8080 }] }] }
---
apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: hello, namespace: blog }
spec:
  template: { spec: { containers: [{ image: 'example/hello:1', ports: [{ containerPort: 8080 }] }] } }
  traffic: [{ latestRevision: true, percent: 20 }, { revisionName: hello-00001, percent: 80 }]
`;

export const CORRECT_SETS: Readonly<Record<string, string>> = { MESH, FLAGGER, FLAGGER_AB, ARGO, ARGO_SUBSETS, GATEWAY_API };
