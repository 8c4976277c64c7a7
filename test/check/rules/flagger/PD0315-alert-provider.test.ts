import { ruleTest } from '../../helper';

ruleTest('PD0315', {
  fails: [
    `
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: web, namespace: shop }
spec: { targetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, service: { port: 80 }, analysis: { interval: 1m, threshold: 5, alerts: [{ name: a, providerRef: { name: slak } }] } }
---
apiVersion: flagger.app/v1beta1
kind: AlertProvider
metadata: { name: slack, namespace: shop }
spec: { type: slack }
`,
  ],
  passes: [
    `
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: web, namespace: shop }
spec: { targetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, service: { port: 80 }, analysis: { interval: 1m, threshold: 5, alerts: [{ name: a, providerRef: { name: slack } }] } }
---
apiVersion: flagger.app/v1beta1
kind: AlertProvider
metadata: { name: slack, namespace: shop }
spec: { type: slack }
`,
    `
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: web, namespace: shop }
spec: { targetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, service: { port: 80 }, analysis: { interval: 1m, threshold: 5, alerts: [{ name: a, providerRef: { name: slack } }] } }
`,
  ],
});
