import { ruleTest } from '../../helper';

ruleTest('PD0102', {
  fails: [
    `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec: { hosts: [web], http: [{ route: [{ destination: { host: web } }] }, { match: [{ headers: { x-group: { exact: test } } }], route: [{ destination: { host: next } }] }] }
`,
    `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec: { hosts: [web], http: [{ match: [{ uri: { prefix: / } }], route: [{ destination: { host: web } }] }, { route: [{ destination: { host: web } }] }] }
`,
    `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec: { hosts: [web], http: [{ match: [{ uri: { prefix: /api } }], route: [{ destination: { host: web } }] }, { match: [{ uri: { exact: /api/v1 } }], route: [{ destination: { host: next } }] }, { route: [{ destination: { host: web } }] }] }
`,
    `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec: { hosts: [web], http: [{ delegate: { name: all } }, { match: [{ uri: { prefix: /a } }], route: [{ destination: { host: next } }] }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: all, namespace: shop }
spec: { http: [{ route: [{ destination: { host: web } }] }] }
`,
    `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec: { hosts: [web], tcp: [{ route: [{ destination: { host: web } }] }, { match: [{ port: 9000 }], route: [{ destination: { host: next } }] }] }
`,
  ],
  passes: [
    `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec: { hosts: [web], http: [{ match: [{ headers: { x-group: { exact: test } } }], route: [{ destination: { host: next } }] }, { route: [{ destination: { host: web } }] }] }
`,
    `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec: { hosts: [web], http: [{ match: [{ uri: { prefix: /api }, headers: { a: {} } }], route: [{ destination: { host: web } }] }, { match: [{ uri: { prefix: /api } }], route: [{ destination: { host: next } }] }] }
`,
    `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec: { hosts: [web], gateways: [mesh, edge/public], http: [{ match: [{ gateways: [edge/public] }], route: [{ destination: { host: web } }] }, { match: [{ headers: { a: {} }, gateways: [mesh] }], route: [{ destination: { host: web } }] }] }
`,
    `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec: { hosts: [web], http: [{ delegate: { name: some } }, { route: [{ destination: { host: web } }] }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: some, namespace: shop }
spec: { http: [{ match: [{ uri: { prefix: /some } }], route: [{ destination: { host: web } }] }] }
`,
  ],
});
