import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { plainFolder } from '../harness/apps';
import { type Check, type Context, none, refused } from '../harness/check';
import type { Cluster } from '../harness/cluster';
import { dryRun } from '../harness/dry-run';
import type { KubeObject } from '../harness/kube';
import { podsOf } from '../harness/objects';
import { applyAll, removeAll, settle } from '../harness/release';
import { versions } from '../harness/versions';
import { parseObjects, readObjects } from '../harness/yaml';

const RESTRICTED = { 'pod-security.kubernetes.io/enforce': 'restricted', 'pod-security.kubernetes.io/warn': 'restricted' };

/** Creates the objects in namespaces where Pod Security is enforced; says what was refused or warned of, and which Deployment got no pods. */
async function create(cluster: Cluster, objects: readonly KubeObject[]): Promise<string[]> {
  const { kube } = cluster;
  kube.warnings.length = 0;
  await applyAll(cluster, objects, { namespaceLabels: RESTRICTED });
  const problems = kube.warnings.map((warning) => `warning: ${warning}`);
  for (const pod of podsOf(objects)) {
    await kube.apply(pod, { dryRun: true }).catch((error: Error) => problems.push(`a pod of ${pod.metadata.name}: ${error.message}`));
  }
  const deployments = objects.filter((object) => object.kind === 'Deployment');
  const ends = await settle(cluster, deployments, { first: true, seconds: problems.length ? 1 : 30 });
  await removeAll(cluster, objects);
  return [...problems, ...ends.filter((end) => !end.endsWith(': available'))];
}

const pod = (security: string) =>
  parseObjects(
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: faults }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: web, securityContext: ${security} }] }
`,
    'fault',
  );
const SAFE =
  '{ allowPrivilegeEscalation: false, runAsNonRoot: true, capabilities: { drop: [ALL] }, seccompProfile: { type: RuntimeDefault } }';

async function faults(context: Context, cluster: Cluster): Promise<void> {
  none(context, 'a safe Deployment is taken', await create(cluster, pod(SAFE)));
  refused(
    context,
    'privilege escalation',
    await create(cluster, pod(SAFE.replace('false', 'true'))),
    /violates PodSecurity "restricted.*allowPrivilegeEscalation/,
  );
  const misspelt = pod(SAFE.replace('runAsNonRoot', 'runAsNoneRoot'));
  refused(context, 'an unknown field of a Kubernetes kind', await dryRun(cluster, misspelt), /runAsNoneRoot: field not declared in schema/);
  const route = parseObjects(
    '{ apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: { name: web }, spec: { hosts: [web], htp: [] } }',
    'fault',
  );
  refused(context, 'an unknown field of a custom resource', await dryRun(cluster, route), /htp: field not declared in schema/);
  const canary = parseObjects(
    '{ apiVersion: flagger.app/v1beta1, kind: Canary, metadata: { name: web }, spec: { targetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, service: { port: 80 }, analysis: { interval: 10s, stepWeight: 10 } } }',
    'fault',
  );
  refused(context, 'a Canary without a threshold', await dryRun(cluster, canary), /threshold/);
}

export const check: Check = {
  name: 'accepted-api-server',
  title: 'the API server takes every object strictly, as a dry run and for real, with Pod Security "restricted" enforced',
  needs: ['cluster'],
  async run(context) {
    const cluster = await context.cluster();
    await faults(context, cluster);
    for (const app of context.apps) {
      const gitops = join(app.folder, 'gitops');
      if (existsSync(gitops))
        none(context, `${app.name}: Argo CD Applications and Flux Kustomizations`, await dryRun(cluster, readObjects(gitops)));
      for (const environment of app.environments) {
        const objects = readObjects(plainFolder(app, environment));
        const dry = none(context, `${app.name}/${environment}: ${objects.length} objects, dry run`, await dryRun(cluster, objects));
        if (!dry) continue;
        const passed = none(context, `${app.name}/${environment}: created`, await create(cluster, objects));
        context.verified({
          strategy: `app ${app.name}`,
          program: 'kube-apiserver',
          version: versions.kubernetes,
          shown: 'strict apply, Pod Security restricted',
          passed,
        });
      }
    }
  },
};
