import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainFolder } from '../harness/apps';
import { type Check, none, refused } from '../harness/check';
import { analyze, complaints } from '../harness/mesh';
import { temporaryFolder } from '../harness/process';
import { versions } from '../harness/versions';
import { readObjects } from '../harness/yaml';

/** What Istio's admission refuses or warns of, and what its analyzers find, of each folder. */
async function problems(folders: readonly string[]): Promise<string[][]> {
  const analyzed = await analyze(folders);
  return analyzed.map((one) => {
    const namespaces = readObjects(one.dir).filter(({ kind }) => kind === 'Namespace');
    const own = new Set(namespaces.map(({ metadata }) => `Namespace ${metadata.name}`));
    // whether a namespace that is not part of the set is labelled for injection, only the cluster knows
    return complaints({ ...one, findings: one.findings.filter(({ code, on }) => code !== 'IST0102' || own.has(on)) });
  });
}

const GOOD = `
apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { istio-injection: enabled } }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web-v1, namespace: shop }
spec:
  selector: { matchLabels: { app: web, version: v1 } }
  template:
    metadata: { labels: { app: web, version: v1 } }
    spec: { containers: [{ name: web, image: "web:1" }] }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web, namespace: shop }
spec: { host: web, subsets: [{ name: v1, labels: { version: v1 } }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec: { hosts: [web], http: [{ route: [{ destination: { host: web, subset: v1 } }] }] }
`;

// name, what replaces what in GOOD, what Istio says
const FAULTS: readonly [string, string, string, RegExp][] = [
  ['a route to a subset that is not there', 'host: web, subset: v1', 'host: web, subset: v2', /IST0101.*web\+v2/],
  ['a route to a service that is not there', 'host: web, subset: v1', 'host: wob', /IST0101.*wob/],
  ['a subset that no pod carries', 'labels: { version: v1 } }] }', 'labels: { version: v3 } }] }', /IST0173/],
  ['a weight below 0', 'host: web, subset: v1 }', 'host: web, subset: v1 }, weight: -1', /weight/],
];

export const check: Check = {
  name: 'accepted-istio',
  title: "Istio's validation and its analyzers find nothing",
  needs: ['istiosim'],
  async run(context) {
    const folder = temporaryFolder('istio');
    const write = (name: string, text: string) => {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, 'all.yaml'), text);
      return join(folder, name);
    };
    const written = [write('good', GOOD), ...FAULTS.map(([, from, to], i) => write(`fault-${i}`, GOOD.replace(from, to)))];
    const [good = [], ...faulty] = await problems(written);
    none(context, 'a right set', good);
    FAULTS.forEach(([what, , , by], i) => {
      refused(context, what, faulty[i] ?? [], by);
    });
    const sets = context.apps.flatMap((app) => app.environments.map((environment) => ({ app, environment })));
    const found = await problems(sets.map(({ app, environment }) => plainFolder(app, environment)));
    sets.forEach(({ app, environment }, i) => {
      const passed = none(context, `${app.name}/${environment}`, found[i] ?? []);
      context.verified({
        strategy: `app ${app.name}`,
        program: 'istio',
        version: versions.istio,
        shown: 'validation and analyzers',
        passed,
      });
    });
  },
};
