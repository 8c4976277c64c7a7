import { ruleTest } from '../../helper';

ruleTest('PD0502', {
  fails: [
    `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: g, namespace: istio-ingress }
spec: { selector: { istio: ingress }, servers: [{ port: { number: 443, name: https, protocol: HTTPS }, hosts: [a.example.com], tls: { mode: SIMPLE, credentialName: cert-a } }] }
---
apiVersion: v1
kind: Secret
metadata: { name: cert-a, namespace: shop }
type: kubernetes.io/tls
`,
    `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: g, namespace: istio-ingress }
spec: { selector: { istio: ingress }, servers: [{ port: { number: 443, name: https, protocol: HTTPS }, hosts: [a.example.com], tls: { mode: SIMPLE, credentialName: cert-a } }] }
---
apiVersion: v1
kind: Secret
metadata: { name: cert-e, namespace: istio-ingress }
type: kubernetes.io/tls
`,
    `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: g, namespace: istio-ingress }
spec: { selector: { istio: ingress }, servers: [{ port: { number: 443, name: https, protocol: HTTPS }, hosts: [a.example.com], tls: { mode: SIMPLE, credentialName: cert-a } }] }
---
apiVersion: v1
kind: Secret
metadata: { name: another, namespace: istio-ingress }
type: kubernetes.io/tls
`,
  ],
  passes: [
    `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: g, namespace: istio-ingress }
spec: { selector: { istio: ingress }, servers: [{ port: { number: 443, name: https, protocol: HTTPS }, hosts: [a.example.com], tls: { mode: SIMPLE, credentialName: cert-a } }] }
`,
    `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: g, namespace: istio-ingress }
spec: { selector: { istio: ingress }, servers: [{ port: { number: 443, name: https, protocol: HTTPS }, hosts: [a.example.com], tls: { mode: SIMPLE, credentialName: cert-a } }] }
---
apiVersion: v1
kind: Secret
metadata: { name: cert-a, namespace: istio-ingress }
type: kubernetes.io/tls
`,
    `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: g, namespace: istio-ingress }
spec: { selector: { istio: ingress }, servers: [{ port: { number: 443, name: https, protocol: HTTPS }, hosts: [a.example.com], tls: { mode: SIMPLE, credentialName: cert-a } }] }
---
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: { name: x, namespace: istio-ingress }
spec: { secretName: cert-a }
`,
    `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: g, namespace: istio-ingress }
spec: { selector: { istio: ingress }, servers: [{ port: { number: 443, name: https, protocol: HTTPS }, hosts: [a.example.com], tls: { mode: SIMPLE, credentialName: cert-a } }] }
---
apiVersion: v1
kind: Secret
metadata: { name: passwords, namespace: istio-ingress }
type: Opaque
`,
  ],
});
