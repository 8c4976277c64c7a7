import { ruleTest } from '../../helper';

ruleTest('PD0809', {
  fails: [
    `
apiVersion: batch/v1
kind: CronJob
metadata: { name: a }
spec: { schedule: '* * * *' }
`,
    `
apiVersion: batch/v1
kind: CronJob
metadata: { name: a }
spec: { schedule: '61 * * * *' }
`,
    `
apiVersion: batch/v1
kind: CronJob
metadata: { name: a }
spec: { schedule: 'TZ=UTC 0 0 * * *' }
`,
    `
apiVersion: batch/v1
kind: CronJob
metadata: { name: a }
spec: { schedule: '*/0 * * * *' }
`,
    `
apiVersion: batch/v1
kind: CronJob
metadata: { name: a }
spec: { schedule: '5-1 * * * *' }
`,
  ],
  passes: [
    `
apiVersion: batch/v1
kind: CronJob
metadata: { name: a }
spec: { schedule: '*/5 0-4,22 * jan-mar MON' }
`,
    `
apiVersion: batch/v1
kind: CronJob
metadata: { name: a }
spec: { schedule: '@daily' }
`,
    `
apiVersion: batch/v1
kind: CronJob
metadata: { name: a }
spec: { schedule: '0 0 1 1 ?' }
`,
  ],
});
