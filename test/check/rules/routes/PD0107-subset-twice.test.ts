import { ruleTest } from '../../helper';

ruleTest('PD0107', {
  fails: [
    `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: a, namespace: shop }
spec: { host: web, subsets: [{ name: v1, labels: { version: v1 } }, { name: v2, labels: { version: v2 } }] }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: b, namespace: shop }
spec: { host: web.shop.svc.cluster.local, subsets: [{ name: v1, labels: { version: v1 } }] }
`,
    `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: a, namespace: shop }
spec: { host: web, trafficPolicy: {} }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: b, namespace: shop }
spec: { host: web, trafficPolicy: {} }
`,
    `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: a, namespace: shop }
spec: { host: web, subsets: [{ name: v1 }, { name: v1 }] }
`,
  ],
  passes: [
    `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: a, namespace: shop }
spec: { host: web, trafficPolicy: {}, subsets: [{ name: v1 }] }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: b, namespace: shop }
spec: { host: web, subsets: [{ name: v2 }] }
`,
    `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: a, namespace: shop }
spec: { host: web, subsets: [{ name: v1 }] }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: b, namespace: blog }
spec: { host: web, subsets: [{ name: v1 }] }
`,
  ],
});
