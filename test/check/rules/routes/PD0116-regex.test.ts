import { ruleTest } from '../../helper';

ruleTest('PD0116', {
  fails: [
    `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec: { hosts: [web], http: [{ match: [{ uri: { regex: '^/(?!admin).*' } }], route: [{ destination: { host: web } }] }] }
`,
    `
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: web, namespace: shop }
spec: { targetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, service: { port: 80 }, analysis: { match: [{ headers: { a: { regex: '(?<=x)y' } } }] } }
`,
    `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1' }] } }, strategy: { canary: { steps: [{ setHeaderRoute: { name: a, match: [{ headerName: a, headerValue: { regex: '(a)\\1' } }] } }] } } }
`,
    `
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web }
spec: { rules: [{ matches: [{ path: { type: RegularExpression, value: '/a(' } }] }] }
`,
  ],
  passes: [
    `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec: { hosts: [web], http: [{ match: [{ uri: { regex: '^/v[0-9]+/.*$' } }], route: [{ destination: { host: web } }] }] }
`,
  ],
});
