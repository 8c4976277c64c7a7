import { ruleTest } from '../../helper';

ruleTest('PD0806', {
  fails: [
    `
apiVersion: v1
kind: Namespace
metadata: { name: a, labels: { istio-injection: enabled, istio.io/rev: canary } }
`,
  ],
  passes: [
    `
apiVersion: v1
kind: Namespace
metadata: { name: a, labels: { istio.io/rev: canary } }
`,
  ],
});
