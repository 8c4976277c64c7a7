import { ruleTest } from '../../helper';

ruleTest('PD0502', {
  fails: [
    `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: public, namespace: edge }
spec: { gatewayClassName: x, listeners: [{ name: web, port: 443, protocol: HTTPS, tls: { certificateRefs: [{ name: cert-a, namespace: certs }] } }] }
---
apiVersion: v1
kind: Secret
metadata: { name: cert-a, namespace: certs }
type: kubernetes.io/tls
---
apiVersion: gateway.networking.k8s.io/v1beta1
kind: ReferenceGrant
metadata: { name: certs, namespace: certs }
spec: { from: [{ group: gateway.networking.k8s.io, kind: Gateway, namespace: shop }], to: [{ group: '', kind: Secret }] }
`,
    `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: public, namespace: edge }
spec: { gatewayClassName: x, listeners: [{ name: web, port: 443, protocol: HTTPS, tls: { certificateRefs: [{ name: cert-a, namespace: certs }] } }] }
---
apiVersion: v1
kind: Secret
metadata: { name: cert-a, namespace: certs }
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
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: public, namespace: edge }
spec: { gatewayClassName: x, listeners: [{ name: web, port: 443, protocol: HTTPS, tls: { certificateRefs: [{ name: cert-a, namespace: edge }] } }] }
`,
    `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: public, namespace: edge }
spec: { gatewayClassName: x, listeners: [{ name: web, port: 443, protocol: HTTPS, tls: { certificateRefs: [{ name: cert-a, namespace: certs }] } }] }
`,
    `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: public, namespace: edge }
spec: { gatewayClassName: x, listeners: [{ name: web, port: 443, protocol: HTTPS, tls: { certificateRefs: [{ name: cert-a, namespace: certs }] } }] }
---
apiVersion: v1
kind: Secret
metadata: { name: cert-a, namespace: certs }
type: kubernetes.io/tls
---
apiVersion: gateway.networking.k8s.io/v1beta1
kind: ReferenceGrant
metadata: { name: certs, namespace: certs }
spec: { from: [{ group: gateway.networking.k8s.io, kind: Gateway, namespace: edge }], to: [{ group: '', kind: Secret }] }
`,
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
