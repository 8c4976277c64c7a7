import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import type { Manifest } from '../../lib/manifest/manifest';
import { readPaths } from '../../lib/model/files';
import { plansOf, type RolloutPlan } from '../../lib/model/plan';
import { readManifests } from '../../lib/model/read';
import type { SourcedManifest } from '../../lib/model/sourced';
import { rollout } from '../../lib/simulate/rollouts/rollout';

// Draws the pictures of the README from dist/: who reaches whom in hands-on, and how a rollout of go-demo-6 goes. Each stands behind a mark
// `<!-- picture: NAME -->`. With --check it only says whether they are as the manifests have them.
const root = join(__dirname, '../..');
const readme = join(root, 'README.md');

function manifestsIn(folder: string): readonly SourcedManifest[] {
  return readManifests(readPaths([folder], { cwd: root }).inputs).manifests;
}

interface HttpMatch {
  readonly uri?: { readonly [how: string]: string };
  readonly headers?: { readonly [name: string]: { readonly [how: string]: string } };
}

interface HttpRoute {
  readonly match?: readonly HttpMatch[];
  readonly route: readonly { readonly destination: { readonly host: string; readonly subset?: string }; readonly weight?: number }[];
}

interface VirtualService extends Manifest {
  readonly spec: { readonly hosts: readonly string[]; readonly gateways?: readonly string[]; readonly http: readonly HttpRoute[] };
}

/** Who reaches whom: the gateway by path, a service's callers by header and weight. */
function landscape(folder: string, requests: string): string {
  const manifests = manifestsIn(folder).map(({ manifest }) => manifest);
  const virtualServices = manifests.filter(({ kind }) => kind === 'VirtualService') as VirtualService[];
  const lines = ['flowchart LR', '  clients([clients]) --> gateway'];
  for (const { spec } of virtualServices) {
    const from = spec.gateways ? 'gateway' : (spec.hosts[0] as string);
    if (spec.gateways) lines.push(`  gateway{{"gateway ${spec.hosts.join(', ')}"}}`);
    for (const { match, route } of spec.http) {
      for (const { destination, weight } of route) {
        const to = destination.subset ? versionOf(manifests, destination.host, destination.subset) : destination.host;
        const label = [match && matchText(match), weight === undefined ? '' : `${weight} %`].filter(Boolean).join(': ');
        lines.push(`  ${from} -- "${label}" --> ${to}`);
      }
    }
  }
  const { calls } = load(readFileSync(join(root, requests), 'utf8')) as {
    calls: readonly { from: string; to: readonly { host: string }[] }[];
  };
  for (const { from, to } of calls) for (const { host } of to) lines.push(`  ${from} --> ${host}`);
  return lines.map((line) => `${line}\n`).join('');
}

function versionOf(manifests: readonly Manifest[], service: string, subset: string): string {
  const rule = manifests.find(({ kind, metadata }) => kind === 'DestinationRule' && metadata.name === service);
  const { subsets } = rule?.spec as { subsets: readonly { name: string; labels: { version: string } }[] };
  const { version } = subsets.find(({ name }) => name === subset)?.labels ?? {};
  return `${service}-${version}["${service} ${version}"]`;
}

function matchText(matches: readonly HttpMatch[]): string {
  const texts = matches.map(({ uri = {}, headers = {} }) => [
    ...Object.values(uri),
    ...Object.entries(headers).map(([name, value]) => `${name}: ${Object.values(value).join()}`),
  ]);
  return texts.map((each) => each.join(' and ')).join('<br>');
}

/** The share of the new version over time, a line for each scenario. */
function courses(folder: string, target: string, scenarios: readonly string[]): string {
  const plan = plansOf({ all: manifestsIn(folder) }).find(({ object }) => object.kind === target) as RolloutPlan;
  const lines = scenarios.map((file) => rollout(plan, undefined, load(readFileSync(join(root, file), 'utf8'))).course);
  const times = lines[0]?.map(({ t }) => `"${Math.floor(t / 60)}:${String(t % 60).padStart(2, '0')}"`) ?? [];
  const shares = lines.map((course) => `  line [${course.map(({ newVersion }) => newVersion).join(', ')}]\n`);
  return `xychart-beta\n  x-axis "time after the change" [${times.join(', ')}]\n  y-axis "requests to the new version, %" 0 --> 100\n${shares.join('')}`;
}

const pictures: { readonly [name: string]: string } = {
  landscape: landscape('dist/hands-on/yaml/prod', 'apps/hands-on/requests.yaml'),
  courses: courses('dist/go-demo-6/yaml/staging', 'Canary', [
    'apps/go-demo-6/scenarios/flagger-good.yaml',
    'apps/go-demo-6/scenarios/flagger-bad.yaml',
  ]),
};

const written = readFileSync(readme, 'utf8');
const drawn = Object.entries(pictures).reduce(
  (text, [name, picture]) =>
    text.replace(new RegExp(`(<!-- picture: ${name} -->\n\`\`\`mermaid\n)[^]*?(?=\`\`\`)`), (_, mark: string) => mark + picture),
  written,
);
if (drawn !== written && process.argv.includes('--check')) {
  process.stderr.write('the pictures of README.md are not as dist/ has them: run `npm run docs`.\n');
  process.exitCode = 1;
} else if (drawn !== written) writeFileSync(readme, drawn);
