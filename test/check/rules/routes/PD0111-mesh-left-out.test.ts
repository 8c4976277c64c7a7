import { ruleTest } from '../../helper';

ruleTest('PD0111', {
  fails: [
    `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec: { hosts: [web, web.example.com], gateways: [edge/public], http: [{ route: [{ destination: { host: web } }] }] }
`,
    `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec: { hosts: [web.example.com], gateways: [edge/public], http: [{ route: [{ destination: { host: web, subset: v1 }, weight: 90 }, { destination: { host: web, subset: v2 }, weight: 10 }] }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: front, namespace: shop }
spec: { selector: { matchLabels: { app: front } }, template: { metadata: { labels: { app: front } }, spec: { containers: [{ name: app, image: 'app:1', ports: [{ containerPort: 8080 }], env: [{ name: WEB, value: 'http://web.shop:80/api' }] }] } } }
`,
    `
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: web, namespace: shop }
spec: { targetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, provider: istio, service: { port: 80, gateways: [edge/public] }, analysis: { interval: 1m, threshold: 5, stepWeight: 10, webhooks: [{ name: load, url: 'http://lt/', metadata: { cmd: 'hey http://web.shop/' } }] } }
`,
  ],
  passes: [
    `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec: { hosts: [web, web.example.com], gateways: [edge/public, mesh], http: [{ route: [{ destination: { host: web } }] }] }
`,
    `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec: { hosts: [web.example.com], gateways: [edge/public], http: [{ route: [{ destination: { host: web, subset: v1 }, weight: 90 }, { destination: { host: web, subset: v2 }, weight: 10 }] }] }
`,
    `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: out, namespace: shop }
spec: { hosts: [web], gateways: [edge/public], http: [{ route: [{ destination: { host: web } }] }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: in, namespace: shop }
spec: { hosts: [web], http: [{ route: [{ destination: { host: web } }] }] }
`,
  ],
});
