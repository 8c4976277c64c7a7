import { ruleTest } from '../../helper';

ruleTest('PD0115', {
  fails: [
    `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec: { hosts: [web], http: [{ retries: { attempts: 0, retryOn: 5xx }, route: [{ destination: { host: web } }] }] }
`,
    `
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: web, namespace: shop }
spec: { targetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, service: { port: 80, retries: { perTryTimeout: 1s } }, analysis: {} }
`,
  ],
  passes: [
    `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec: { hosts: [web], http: [{ retries: { attempts: 0 }, route: [{ destination: { host: web } }] }] }
`,
    `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec: { hosts: [web], http: [{ retries: { attempts: 3, retryOn: 5xx }, route: [{ destination: { host: web } }] }] }
`,
  ],
});
