import { plainFolder } from '../harness/apps';
import { type Check, none, refused } from '../harness/check';
import { run } from '../harness/process';
import { binary } from '../harness/programs';
import { versions } from '../harness/versions';
import { yamlFiles } from '../harness/yaml';

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

/** The critical findings of kube-score in some files (`-` for the text given). */
async function critical(files: readonly string[], input?: string): Promise<string[]> {
  const { stdout, stderr } = await run(
    await binary('kube-score'),
    ['score', '--output-format', 'json', ...NOT_OURS.flatMap((id) => ['--ignore-test', id]), ...files],
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
    const bare = await critical(['-'], BARE);
    for (const id of [
      'container-resources',
      'container-image-tag',
      'container-security-context-privileged|container-security-context-readonlyrootfilesystem',
    ]) {
      refused(context, `a bare Deployment (${id})`, bare, new RegExp(id));
    }
    for (const app of context.apps) {
      for (const environment of app.environments) {
        const passed = none(context, `${app.name}/${environment}`, await critical(yamlFiles(plainFolder(app, environment))));
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
