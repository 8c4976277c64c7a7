import { ruleTest } from '../../helper';

ruleTest('PD0503', {
  fails: [
    `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: g, namespace: edge }
spec: { selector: { istio: ingress }, servers: [{ port: { number: 80, name: http }, hosts: [a] }, { port: { number: 81, name: http }, hosts: [b] }] }
`,
    `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: g, namespace: edge }
spec: { selector: { istio: ingress }, servers: [{ port: { number: 80, name: http }, hosts: [a] }] }
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: h, namespace: edge }
spec: { selector: { istio: ingress }, servers: [{ port: { number: 80, name: http }, hosts: [a] }] }
`,
    `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: g, namespace: edge }
spec: { gatewayClassName: istio, listeners: [{ name: a, port: 80 }, { name: a, port: 81 }] }
`,
  ],
  passes: [
    `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: g, namespace: edge }
spec: { selector: { istio: ingress }, servers: [{ port: { number: 80, name: http }, hosts: [a] }] }
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: h, namespace: edge }
spec: { selector: { istio: ingress }, servers: [{ port: { number: 80, name: http }, hosts: [b] }] }
`,
  ],
});
