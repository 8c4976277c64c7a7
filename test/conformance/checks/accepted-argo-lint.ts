import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { plainFolder } from '../harness/apps';
import { type Check, none, refused } from '../harness/check';
import type { KubeObject } from '../harness/kube';
import { run, temporaryFolder } from '../harness/process';
import { binary } from '../harness/programs';
import { versions } from '../harness/versions';
import { parseObjects, readObjects } from '../harness/yaml';

/** What `kubectl argo rollouts lint` says of a set of objects: it holds Rollouts against the Services and VirtualServices beside them. */
async function lint(objects: readonly KubeObject[]): Promise<string[]> {
  const file = join(temporaryFolder('lint'), 'all.yaml');
  writeFileSync(file, objects.map((object) => stringify(object, { aliasDuplicateObjects: false })).join('---\n'));
  const { code, stdout, stderr } = await run(await binary('cluster', 'kubectl-argo-rollouts'), ['lint', '-f', file]);
  return code === 0 ? [] : [stdout + stderr];
}

const GOOD = `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: web }] } }
  strategy:
    canary:
      canaryService: web-canary
      stableService: web-stable
      trafficRouting: { istio: { virtualService: { name: web, routes: [primary] } } }
      steps: [{ setWeight: 20 }, { pause: { duration: 2s } }]
---
{ apiVersion: v1, kind: Service, metadata: { name: web-canary }, spec: { selector: { app: web }, ports: [{ port: 80 }] } }
---
{ apiVersion: v1, kind: Service, metadata: { name: web-stable }, spec: { selector: { app: web }, ports: [{ port: 80 }] } }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web }
spec: { hosts: [web], http: [{ name: primary, route: [{ destination: { host: web-stable }, weight: 100 }, { destination: { host: web-canary }, weight: 0 }] }] }
`;

const FAULTS: readonly [string, string, string, RegExp][] = [
  ['a weight above 100', 'setWeight: 20', 'setWeight: 120', /setWeight/i],
  ['an unknown field', 'setWeight: 20', 'setWieght: 20', /setWieght/],
  [
    'a Service that selects other pods',
    '{ name: web-stable }, spec: { selector: { app: web }',
    '{ name: web-stable }, spec: { selector: { app: wob }',
    /web-stable/,
  ],
  ['a route that is not there', 'routes: [primary]', 'routes: [secondary]', /secondary/],
];

export const check: Check = {
  name: 'accepted-argo-lint',
  title: '"kubectl argo rollouts lint" finds nothing in any Rollout, with the Services and VirtualServices beside it',
  needs: ['cluster'],
  async run(context) {
    none(context, 'a right Rollout', await lint(parseObjects(GOOD, 'good')));
    for (const [what, from, to, by] of FAULTS) refused(context, what, await lint(parseObjects(GOOD.replace(from, to), what)), by);
    for (const app of context.apps) {
      for (const environment of app.environments) {
        const objects = readObjects(plainFolder(app, environment)).filter((one) => /^(Rollout|Service|VirtualService)$/.test(one.kind));
        const namespaces = new Set(objects.filter(({ kind }) => kind === 'Rollout').map(({ metadata }) => metadata.namespace));
        if (namespaces.size === 0) continue;
        // One namespace at a time: lint takes objects of one name for the same, wherever they are.
        const problems: string[] = [];
        for (const namespace of namespaces) problems.push(...(await lint(objects.filter((one) => one.metadata.namespace === namespace))));
        const passed = none(context, `${app.name}/${environment}`, problems);
        context.verified({
          strategy: `app ${app.name}`,
          program: 'kubectl argo rollouts lint',
          version: versions.argoRollouts,
          shown: 'lint',
          passed,
        });
      }
    }
  },
};
