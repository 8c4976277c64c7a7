import { ruleTest } from '../../helper';

ruleTest('PD0805', {
  fails: [
    `
apiVersion: v1
kind: ConfigMap
metadata: { name: a }
data: { a: "x\\0y" }
`,
    `
apiVersion: v1
kind: ConfigMap
metadata: { name: a }
data: { a: "x\\x85y" }
`,
  ],
  passes: [
    `
apiVersion: v1
kind: ConfigMap
metadata: { name: a }
data: { a: "tab\\tline\\nemoji \\U0001F600 ä" }
`,
  ],
});
