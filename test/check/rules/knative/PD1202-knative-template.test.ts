import { ruleTest } from '../../helper';

ruleTest('PD1202', {
  fails: [
    `
apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: hello }
spec: { template: { spec: { containers: [{ image: a, ports: [{ containerPort: 1 }, { containerPort: 2 }] }] } } }
`,
    `
apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: hello }
spec: { template: { spec: { containers: [{ image: a, ports: [{ name: web, containerPort: 1 }] }] } } }
`,
    `
apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: hello, annotations: { autoscaling.knative.dev/min-scale: '1' } }
`,
    `
apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: hello }
spec: { template: { metadata: { name: other-1 } } }
`,
  ],
  passes: [
    `
apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: hello }
spec: { template: { metadata: { name: hello-1, annotations: { autoscaling.knative.dev/min-scale: '1' } }, spec: { containers: [{ image: a, ports: [{ name: h2c, containerPort: 1 }] }] } } }
`,
  ],
});
