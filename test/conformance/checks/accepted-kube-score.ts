import { stringify } from 'yaml';
import { plainFolder } from '../harness/apps';
import { type Check, none, refused } from '../harness/check';
import type { KubeObject } from '../harness/kube';
import { run } from '../harness/process';
import { binary } from '../harness/programs';
import { versions } from '../harness/versions';
import { parseObjects, readObjects } from '../harness/yaml';

interface Scored {
  readonly object_name: string;
  readonly checks: readonly {
    readonly check: { readonly id: string };
    readonly grade: number;
    readonly skipped: boolean;
    readonly comments: readonly { readonly path: string; readonly summary: string }[] | null;
  }[];
}
const CRITICAL = 1;

/** What kube-score calls critical and is not the release's to say: the app's owner adds it, or has reasons. */
const NOT_OURS = [
  'pod-networkpolicy', // which pods may talk is the mesh's and the platform's policy
  'container-image-pull-policy', // images are pinned by tag or digest, so that the node's copy is the right one
  'container-ephemeral-storage-request-and-limit', // how much disk a program writes only the program's team knows
  'pod-probes-identical', // many programs tell their health at one path
];

interface Workload extends KubeObject {
  spec: { selector: { matchLabels: Record<string, string> }; template: { metadata: KubeObject['metadata'] }; targetRef?: { name: string } };
}

const inNamespace = ({ metadata }: KubeObject, name: string | undefined) => `${metadata.namespace}/${name}`;

/** The Service that Flagger makes for a Canary, by the name that everyone calls. */
function apexService({ metadata, spec }: KubeObject & { spec: { targetRef?: { name: string }; service?: { port: number } } }): KubeObject {
  const { name = metadata.name } = spec.targetRef ?? {};
  const service = { selector: { app: `${name}-primary` }, ports: [{ port: spec.service?.port }] };
  return { apiVersion: 'v1', kind: 'Service', metadata: { name, namespace: metadata.namespace }, spec: service } as KubeObject;
}

/** What the controllers make of the objects, in kinds that kube-score knows: a Rollout is a Deployment, the target of a Canary has the labels of its primary. */
function asScored(objects: readonly KubeObject[]): KubeObject[] {
  const canaries = objects.filter((object) => object.kind === 'Canary') as Workload[];
  const targets = new Set(canaries.map((canary) => inNamespace(canary, canary.spec.targetRef?.name)));
  const watched = canaries.filter((canary) =>
    objects.some(
      (one) => one.kind === 'Deployment' && inNamespace(one, one.metadata.name) === inNamespace(canary, canary.spec.targetRef?.name),
    ),
  );
  // A Rollout that refers to a Deployment has no pods of its own to look at.
  const own = objects.filter((object) => object.kind !== 'Rollout' || (object as Workload).spec.template !== undefined);
  return [...watched.map(apexService), ...own].map((object) => {
    if (object.kind === 'Rollout')
      return { ...object, apiVersion: 'apps/v1', kind: 'Deployment', spec: { ...(object as Workload).spec, strategy: {} } };
    if (object.kind !== 'Deployment' || !targets.has(inNamespace(object, object.metadata.name))) return object;
    const { selector, template, ...spec } = structuredClone((object as Workload).spec);
    const app = { app: `${object.metadata.name}-primary` };
    const labels = { ...template.metadata.labels, ...app };
    return {
      ...object,
      spec: {
        ...spec,
        selector: { matchLabels: { ...selector.matchLabels, ...app } },
        template: { ...template, metadata: { ...template.metadata, labels } },
      },
    };
  });
}

/** The critical findings of kube-score in some objects. */
async function critical(objects: readonly KubeObject[]): Promise<string[]> {
  const input = asScored(objects)
    .map((object) => stringify(object, { aliasDuplicateObjects: false }))
    .join('---\n');
  const { stdout, stderr } = await run(
    await binary('kube-score'),
    ['score', '--output-format', 'json', ...NOT_OURS.flatMap((id) => ['--ignore-test', id]), '-'],
    { input },
  );
  if (!stdout.trimStart().startsWith('[')) throw new Error(`kube-score: ${stderr || stdout}`);
  return (JSON.parse(stdout) as Scored[]).flatMap(({ object_name, checks }) =>
    checks
      .filter((one) => one.grade === CRITICAL && !one.skipped)
      .map((one) => `${object_name}: ${one.check.id}: ${(one.comments ?? []).map(({ path, summary }) => `${path} ${summary}`).join('; ')}`),
  );
}

const BARE = `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: "web:latest" }] } }
`;

export const check: Check = {
  name: 'accepted-kube-score',
  title: 'kube-score has no critical finding',
  needs: ['kube-score'],
  async run(context) {
    const bare = await critical(parseObjects(BARE, 'bare'));
    for (const id of [
      'container-resources',
      'container-image-tag',
      'container-security-context-privileged|container-security-context-readonlyrootfilesystem',
    ]) {
      refused(context, `a bare Deployment (${id})`, bare, new RegExp(id));
    }
    for (const app of context.apps) {
      for (const environment of app.environments) {
        const passed = none(context, `${app.name}/${environment}`, await critical(readObjects(plainFolder(app, environment))));
        context.verified({
          strategy: `app ${app.name}`,
          program: 'kube-score',
          version: versions.kubeScore,
          shown: 'no critical finding',
          passed,
        });
      }
    }
  },
};
