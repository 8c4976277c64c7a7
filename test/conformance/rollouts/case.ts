import type { KubeObject } from '../harness/kube';

/** A rollout that is foretold, and then played by the real controllers. */
export interface RolloutCase {
  /** Its namespace as well. */
  readonly name: string;
  /** The first version, in the namespace of the case; `http://prometheus.test` and `http://webhooks.test` become the stand-ins. */
  readonly objects: readonly KubeObject[];
  /** As in a scenario file; see docs/scenarios.md. */
  readonly scenario: object;
  /** Whether pods do not become ready at once: then the runner plays them as the scenario says. */
  readonly steered?: boolean;
}

const container = (image: string) => ({ name: 'app', image, ports: [{ name: 'http', containerPort: 8080 }] });

export function podTemplate(app: string, steered = false): object {
  return {
    metadata: { labels: { app }, ...(steered && { annotations: { 'fake/ready': 'false' } }) },
    spec: { containers: [container('app:1')] },
  };
}

export function deployment(namespace: string, spec: object = {}, steered = false): KubeObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', namespace },
    spec: { replicas: 2, selector: { matchLabels: { app: 'web' } }, template: podTemplate('web', steered), ...spec },
  };
}
