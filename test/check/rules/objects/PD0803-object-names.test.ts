import { ruleTest } from '../../helper';

ruleTest('PD0803', {
  fails: [
    `
apiVersion: v1
kind: Service
metadata: { name: 1web }
spec: {}
`,
    `
apiVersion: v1
kind: ConfigMap
metadata: { name: Web }
`,
    `
apiVersion: v1
kind: Service
metadata: { name: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa }
spec: {}
`,
    `
apiVersion: v1
kind: ConfigMap
metadata: { name: web, namespace: Shop }
`,
  ],
  passes: [
    `
apiVersion: v1
kind: Service
metadata: { name: web-1 }
spec: {}
`,
    `
apiVersion: v1
kind: ConfigMap
metadata: { name: 1.web-a }
`,
    `
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: "system:web" }
`,
  ],
});
