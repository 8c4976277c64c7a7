import { ruleTest } from '../../helper';

ruleTest('PD0310', {
  fails: [
    `
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: web, namespace: shop }
spec:
  targetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
  service: { port: 80 }
  analysis: { interval: 1m, threshold: 5, stepWeight: 10, maxWeight: 50, metrics: [{ name: any, query: avg(x), thresholdRange: {}, interval: 1m }] }
`,
    `
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: web, namespace: shop }
spec:
  targetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
  service: { port: 80 }
  analysis: { interval: 1m, threshold: 5, stepWeight: 10, maxWeight: 50, metrics: [{ name: latency, query: avg(x), interval: 1m }] }
`,
    `
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: web, namespace: shop }
spec:
  targetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
  service: { port: 80 }
  analysis: { interval: 1m, threshold: 5, stepWeight: 10, maxWeight: 50, metrics: [{ name: request-success-rate, interval: 1m }] }
`,
    `
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: web, namespace: shop }
spec: { targetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, service: { port: 80 }, analysis: { interval: 1m, threshold: 5, metrics: [{ name: request-success-rate, thresholdRange: { max: 99 } }] } }
`,
    `
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: web, namespace: shop }
spec: { targetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, service: { port: 80 }, analysis: { interval: 1m, threshold: 5, metrics: [{ name: request-duration, thresholdRange: { min: 500 } }] } }
`,
    `
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: web, namespace: shop }
spec: { targetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, service: { port: 80 }, analysis: { interval: 1m, threshold: 5, metrics: [{ name: x, thresholdRange: { min: 5, max: 1 } }] } }
`,
    `
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: web, namespace: shop }
spec: { targetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, service: { port: 80 }, analysis: { interval: 1m, threshold: 5, metrics: [{ name: error-rate, thresholdRange: { min: 5 } }] } }
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
  analysis: { interval: 1m, threshold: 5, stepWeight: 10, maxWeight: 50, metrics: [{ name: request-success-rate, threshold: 99, interval: 1m }] }
`,
    `
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: web, namespace: shop }
spec: { targetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, service: { port: 80 }, analysis: { interval: 1m, threshold: 5, metrics: [{ name: request-success-rate, thresholdRange: { min: 99 } }, { name: request-duration, thresholdRange: { max: 500 } }, { name: connections, thresholdRange: { min: 2, max: 100 } }] } }
`,
  ],
});
