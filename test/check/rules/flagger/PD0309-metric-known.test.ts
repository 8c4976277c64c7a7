import { ruleTest } from '../../helper';

ruleTest('PD0309', {
  fails: [
    `
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: web, namespace: shop }
spec: { targetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, service: { port: 80 }, analysis: { interval: 1m, threshold: 5, stepWeight: 10, metrics: [{ name: e, templateRef: { name: error } }] } }
---
apiVersion: flagger.app/v1beta1
kind: MetricTemplate
metadata: { name: errors, namespace: shop }
spec: { provider: { type: prometheus }, query: 'sum(rate(http_requests_total[1m]))' }
`,
    `
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: web, namespace: shop }
spec: { targetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, service: { port: 80 }, analysis: { interval: 1m, threshold: 5, stepWeight: 10, metrics: [{ name: success-rate }] } }
`,
  ],
  passes: [
    `
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: web, namespace: shop }
spec: { targetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, service: { port: 80 }, analysis: { interval: 1m, threshold: 5, stepWeight: 10, metrics: [{ name: e, templateRef: { name: errors } }] } }
---
apiVersion: flagger.app/v1beta1
kind: MetricTemplate
metadata: { name: errors, namespace: shop }
spec: { provider: { type: prometheus }, query: 'sum(rate(http_requests_total[1m]))' }
`,
    `
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: web, namespace: shop }
spec: { targetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, service: { port: 80 }, analysis: { interval: 1m, threshold: 5, stepWeight: 10, metrics: [{ name: request-success-rate }, { name: x, templateRef: { name: y, namespace: flagger } }] } }
`,
  ],
});
