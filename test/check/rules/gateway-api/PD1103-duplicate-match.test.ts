import { ruleTest } from '../../helper';

ruleTest('PD1103', {
  fails: [
    `
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, namespace: shop }
spec: { rules: [{ matches: [{ path: { type: PathPrefix, value: / } }] }, { }] }
`,
    `
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, namespace: shop }
spec: { rules: [{ matches: [{ headers: [{ name: A, value: b }] }] }, { matches: [{ headers: [{ name: a, value: b }] }] }] }
`,
  ],
  passes: [
    `
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, namespace: shop }
spec: { rules: [{ }, { matches: [{ path: { value: /a } }] }, { matches: [{ headers: [{ name: a, value: b }] }] }] }
`,
  ],
});
