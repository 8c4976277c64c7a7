import { ruleTest } from '../../helper';

ruleTest('PD1201', {
  fails: [
    `
apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: hello }
spec: { traffic: [{ latestRevision: true, percent: 50 }, { revisionName: hello-1, percent: 40 }] }
`,
    `
apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: hello }
spec: { traffic: [{ latestRevision: true, revisionName: hello-1, percent: 100 }] }
`,
    `
apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: hello }
spec: { traffic: [{ latestRevision: true, percent: 100, tag: a }, { revisionName: hello-1, tag: a }] }
`,
    `
apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: hello }
spec: { traffic: [{ revisionName: other-1, percent: 100 }] }
`,
    `
apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: hello }
spec: { traffic: [{ latestRevision: true, percent: 100, tag: A_b }] }
`,
  ],
  passes: [
    `
apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: hello }
spec: { traffic: [{ latestRevision: true, percent: 50 }, { latestRevision: false, revisionName: hello-1, percent: 50, tag: old }] }
`,
    `
apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: hello }
spec: { template: {} }
`,
  ],
});
