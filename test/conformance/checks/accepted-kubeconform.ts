import { join } from 'node:path';
import { plainFolder } from '../harness/apps';
import { type Check, none, refused } from '../harness/check';
import { crdFolder } from '../harness/crds';
import { run } from '../harness/process';
import { binary } from '../harness/programs';
import { versions } from '../harness/versions';

interface Resource {
  readonly filename: string;
  readonly kind: string;
  readonly name: string;
  readonly status: string;
  readonly msg: string;
}

/** What kubeconform says of a folder (`-` for the text given), with the schemas of Kubernetes and of every CRD. */
async function kubeconform(path: string, input?: string): Promise<string[]> {
  const schemas = join(crdFolder(), 'schemas', '{{.ResourceKind}}-{{.Group}}-{{.ResourceAPIVersion}}.json');
  const args = ['-strict', '-output', 'json', '-schema-location', schemas, path];
  const { stdout, stderr } = await run(await binary('kubeconform'), args, { input });
  if (!stdout.startsWith('{')) throw new Error(`kubeconform: ${stderr}`);
  const { resources } = JSON.parse(stdout) as { resources: Resource[] };
  return resources.map(({ filename, kind, name, status, msg }) => `${filename}: ${kind} ${name}: ${status}: ${msg}`);
}

export const check: Check = {
  name: 'accepted-kubeconform',
  title: 'kubeconform finds every object valid, strictly, against the schemas of its release',
  needs: ['kubeconform'],
  async run(context) {
    const service = '{ apiVersion: v1, kind: Service, metadata: { name: web }, spec: { ports: [{ port: 80 }] } }';
    none(context, 'a right Service', await kubeconform('-', service));
    refused(
      context,
      'an unknown field',
      await kubeconform('-', service.replace('ports', 'sorts')),
      /additional properties 'sorts' not allowed/,
    );
    refused(context, 'a wrong type', await kubeconform('-', service.replace('80', '"80"')), /got string, want/);
    const canary = '{ apiVersion: argoproj.io/v1alpha1, kind: Rollout, metadata: { name: web }, spec: { stratgy: {} } }';
    refused(context, 'an unknown field of a custom resource', await kubeconform('-', canary), /'stratgy' not allowed/);
    for (const app of context.apps) {
      for (const environment of app.environments) {
        const passed = none(context, `${app.name}/${environment}`, await kubeconform(plainFolder(app, environment)));
        context.verified({
          strategy: `app ${app.name}`,
          program: 'kubeconform',
          version: versions.kubeconform,
          shown: 'strict schemas',
          passed,
        });
      }
    }
  },
};
