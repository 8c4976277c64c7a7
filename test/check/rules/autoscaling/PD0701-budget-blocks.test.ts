import { ruleTest } from '../../helper';

ruleTest('PD0701', {
  fails: [
    `
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web, namespace: shop }
spec: { minAvailable: 80%, selector: { matchLabels: { app: web } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { replicas: 2, selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1' }] } } }
`,
    `
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: a, namespace: shop }
spec: { minAvailable: 2, selector: { matchLabels: { app: web } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { replicas: 2, selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1', ports: [{ containerPort: 8080 }] }] } } }
`,
    `
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: a, namespace: shop }
spec: { maxUnavailable: 0, selector: { matchLabels: { app: web } } }
`,
    `
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: a, namespace: shop }
spec: { minAvailable: 100%, selector: { matchLabels: { app: web } } }
`,
    `
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: a, namespace: shop }
spec: { minAvailable: 2, selector: { matchLabels: { app: web } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1', ports: [{ containerPort: 8080 }] }] } } }
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web, namespace: shop }
spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, minReplicas: 2, maxReplicas: 4 }
`,
    `
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: a, namespace: shop }
spec: { minAvailable: 1, maxUnavailable: 1, selector: { matchLabels: { app: web } } }
`,
    `
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: a, namespace: shop }
spec: { minAvailable: 1, selector: { matchLabels: { app: web } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1', ports: [{ containerPort: 8080 }] }] } } }
`,
  ],
  passes: [
    `
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web, namespace: shop }
spec: { minAvailable: 50%, selector: { matchLabels: { app: web } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { replicas: 2, selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1' }] } } }
`,
    `
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: a, namespace: shop }
spec: { minAvailable: 1, selector: { matchLabels: { app: web } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { replicas: 2, selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1', ports: [{ containerPort: 8080 }] }] } } }
`,
    `
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: a, namespace: shop }
spec: { maxUnavailable: 1, selector: { matchLabels: { app: web } } }
`,
    `
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: a, namespace: shop }
spec: { minAvailable: 1, selector: { matchLabels: { app: web } } }
`,
    `
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: a, namespace: shop }
spec: { minAvailable: 1, selector: { matchLabels: { app: web } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: app, image: 'app:1', ports: [{ containerPort: 8080 }] }] } } }
---
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: web, namespace: shop }
spec: { targetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, service: { port: 80 }, analysis: { interval: 1m, threshold: 5, stepWeight: 10, maxWeight: 50 } }
`,
    `
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: a, namespace: shop }
spec: { minAvailable: 2, selector: { matchLabels: { app: web } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web-a, namespace: shop }
spec: { replicas: 2, selector: { matchLabels: { app: web, v: a } }, template: { metadata: { labels: { app: web, v: a } }, spec: { containers: [{ name: app, image: 'app:1', ports: [{ containerPort: 8080 }] }] } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web-b, namespace: shop }
spec: { replicas: 1, selector: { matchLabels: { app: web, v: b } }, template: { metadata: { labels: { app: web, v: b } }, spec: { containers: [{ name: app, image: 'app:1', ports: [{ containerPort: 8080 }] }] } } }
`,
  ],
});
