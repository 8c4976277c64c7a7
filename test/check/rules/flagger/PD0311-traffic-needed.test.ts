import { ruleTest } from '../../helper';

ruleTest('PD0311', {
  fails: [
    `
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: web, namespace: shop }
spec:
  targetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
  service: { port: 80 }
  analysis:
    interval: 1m
    threshold: 5
    iterations: 10
    match: [{ headers: { x-group: { exact: test } } }]
    metrics: [{ name: request-success-rate, thresholdRange: { min: 99 }, interval: 1m }]
    webhooks: [{ name: load, url: 'http://loadtester/', metadata: { cmd: 'hey -z 1m http://web.shop/' } }]
`,
    `
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: web, namespace: shop }
spec: { targetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, service: { port: 80 }, analysis: { interval: 1m, threshold: 5, stepWeight: 10, metrics: [{ name: request-success-rate, thresholdRange: { min: 99 } }] } }
`,
    `
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: web, namespace: shop }
spec: { targetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, provider: kubernetes, service: { port: 80 }, analysis: { interval: 1m, threshold: 5, iterations: 10, metrics: [{ name: request-success-rate, thresholdRange: { min: 99 } }] } }
`,
    `
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: web, namespace: shop }
spec: { targetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, service: { port: 80 }, analysis: { interval: 1m, threshold: 5, stepWeight: 10, metrics: [{ name: request-success-rate, thresholdRange: { min: 99 } }], webhooks: [{ name: a, type: pre-rollout, url: 'http://a', metadata: { cmd: 'hey http://web' } }] } }
`,
    `
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: web, namespace: shop }
spec: { targetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, service: { port: 80 }, analysis: { interval: 1m, threshold: 5, iterations: 10, match: [{ headers: { cookie: { exact: a } } }], metrics: [{ name: request-success-rate, thresholdRange: { min: 99 } }], webhooks: [{ name: a, url: 'http://a', metadata: { cmd: 'hey http://web.shop' } }] } }
`,
  ],
  passes: [
    `
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: web, namespace: shop }
spec:
  targetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
  service: { port: 80 }
  analysis:
    interval: 1m
    threshold: 5
    iterations: 10
    match: [{ headers: { x-group: { exact: test } } }]
    metrics: [{ name: request-success-rate, thresholdRange: { min: 99 }, interval: 1m }]
    webhooks: [{ name: load, url: 'http://loadtester/', metadata: { cmd: 'hey -z 1m http://web-canary.shop/' } }]
`,
    `
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: web, namespace: shop }
spec: { targetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, service: { port: 80 }, analysis: { interval: 1m, threshold: 5, stepWeight: 10, metrics: [{ name: request-success-rate, thresholdRange: { min: 99 } }], webhooks: [{ name: a, url: 'http://a', metadata: { cmd: 'hey http://web' } }] } }
`,
    `
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: web, namespace: shop }
spec: { targetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, service: { port: 80, gateways: [edge/public, mesh] }, analysis: { stepWeight: 10, metrics: [{ name: request-success-rate, thresholdRange: { min: 99 } }] } }
`,
    `
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: web, namespace: shop }
spec: { targetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, service: { port: 80 }, analysis: { interval: 1m, threshold: 5, stepWeight: 10, metrics: [{ name: request-success-rate, thresholdRange: { min: 99 } }] } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: front, namespace: shop }
spec: { selector: { matchLabels: { app: front } }, template: { metadata: { labels: { app: front } }, spec: { containers: [{ name: app, image: 'app:1', ports: [{ containerPort: 8080 }], args: ['--backend=http://web:80'] }] } } }
`,
    `
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: web, namespace: shop }
spec: { targetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, service: { port: 80 }, analysis: { interval: 1m, threshold: 5, stepWeight: 10 } }
`,
    `
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: web, namespace: shop }
spec: { targetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, skipAnalysis: true, service: { port: 80 }, analysis: { interval: 1m, threshold: 5, stepWeight: 10, metrics: [{ name: request-success-rate, thresholdRange: { min: 99 } }] } }
`,
  ],
});
