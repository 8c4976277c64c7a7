import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { check as runChecks } from '../../../lib/check/check';
import type { SourcedManifest } from '../../../lib/model/sourced';
import { ARGO_FAULTS } from '../../check/faults/argo';
import { BrokenSet, type Fault } from '../../check/faults/fault';
import { FLAGGER_FAULTS } from '../../check/faults/flagger';
import { POD_FAULTS } from '../../check/faults/pods';
import { ROUTE_FAULTS } from '../../check/faults/routes';
import { CORRECT_SETS } from '../../check/sets';
import { type Check, type Context, none, refused } from '../harness/check';
import type { Cluster } from '../harness/cluster';
import { dryRun } from '../harness/dry-run';
import type { KubeObject } from '../harness/kube';
import { analyze, answer, type MeshRequest } from '../harness/mesh';
import { temporaryFolder } from '../harness/process';
import { applyAll, removeAll } from '../harness/release';
import { type Rollout, rolloutPath } from '../harness/rollouts';
import { parseObjects } from '../harness/yaml';

const FAULTS = [...ROUTE_FAULTS, ...POD_FAULTS, ...FLAGGER_FAULTS, ...ARGO_FAULTS];
const PAGE = join(__dirname, '../../../docs/checks/agreement.md');

/** Which faults each program speaks about, by code and set, and how its refusal reads. */
const API_SERVER: readonly [code: string, set: string, by: RegExp][] = [
  ['PD0117', 'MESH', /timeout|interval/],
  ['PD0206', 'MESH', /may not be 0 when `maxSurge` is 0/],
  ['PD0204', 'MESH', /selector.*does not match template/],
  ['PD0801', 'MESH', /a valid label must be/],
  ['PD0802', 'MESH', /expected string|must be string|cannot unmarshal|unable to convert/],
  ['PD0307', 'FLAGGER', /should match/],
  ['PD0308', 'FLAGGER', /oneOf|must validate one and only one/],
];
const ISTIO: readonly [code: string, set: string, by: RegExp][] = [
  ['PD0115', 'MESH', /retr/],
  ['PD0116', 'MESH', /regex/],
  ['PD0501', 'MESH', /tls|TLS/],
];
const ARGO: readonly [code: string, set: string, by: RegExp][] = [
  ['PD0404', 'ARGO', /InvalidSpec/],
  ['PD0405', 'ARGO', /InvalidSpec/],
  ['PD0406', 'ARGO', /InvalidSpec/],
  ['PD0407', 'ARGO', /InvalidSpec/],
  ['PD0408', 'ARGO', /InvalidSpec/],
  ['PD0410', 'ARGO', /InvalidSpec/],
  ['PD0601', 'ARGO', /InvalidSpec/],
  ['PD0602', 'ARGO', /InvalidSpec/],
  ['PD0607', 'ARGO', /InvalidSpec/],
  ['PD0204', 'ARGO', /InvalidSpec/],
  ['PD0206', 'ARGO', /InvalidSpec/],
];

/** Faults after which requests get an answer of their own, by code: which requests, and the status that the rule foretells. */
const ANSWERS: readonly [code: string, what: string, status: number, requests: readonly MeshRequest[]][] = [
  ['PD0101', 'a slip in a subset', 503, [outside('split', {})]],
  ['PD0101', 'no DestinationRule at all', 503, [outside('testers', { 'x-group': 'test' })]],
  ['PD0201', 'the Service selects v1', 503, [outside('testers', { 'x-group': 'test' })]],
  ['PD0202', 'a subset label nobody has', 503, [outside('testers', { 'x-group': 'test' })]],
  ['PD0113', 'another domain', 404, [outside('all', {})]],
  ['PD0112', 'a Gateway without its namespace', 404, [outside('all', {})]],
  ['PD0114', 'exportTo . with the gateway elsewhere', 503, [outside('testers', { 'x-group': 'test' })]],
  ['PD0110', 'names with a prefix', 404, [outside('all', {})]],
];

function outside(id: string, headers: Readonly<Record<string, string>>): MeshRequest {
  return { id, from: 'gateway:istio-ingress/public', host: 'reviews.example.com', path: '/', headers };
}

/** Kinds whose definitions the cluster does not have. */
const FOREIGN = /^(cert-manager\.io|keda\.sh)\//;

type Ask = (objects: readonly KubeObject[], place: string) => Promise<string[]>;

function objectsOf(set: BrokenSet, namespace: string): KubeObject[] {
  const text = JSON.stringify(set.all().filter((object) => !FOREIGN.test(String(object.apiVersion))));
  return parseObjects(`{"apiVersion":"v1","kind":"List","items":${text.replace(/"shop"/g, JSON.stringify(namespace))}}`, 'set');
}

const found = (set: BrokenSet, code: string): boolean =>
  runChecks(set.manifests as SourcedManifest[]).findings.some((finding) => finding.code === code && finding.severity !== 'note');

/** Breaks the set in every way that the claims name, and holds our finding against what the program says. */
async function hold(context: Context, program: string, claims: typeof ARGO, ask: Ask): Promise<string[]> {
  const rows: string[] = [];
  for (const [code, name, by] of claims) {
    const faults = FAULTS.filter((fault) => fault.code === code && fault.set === name && said(fault, program));
    for (const [index, fault] of faults.entries()) {
      const set = new BrokenSet(name);
      fault.break(set);
      const { answer, differences } = await verdict(set, code, by, ask, `${code.toLowerCase()}-${index}`);
      none(context, `${code} and ${program} find: ${fault.what}`, differences);
      rows.push(`| [${code}](${code}.md) | ${fault.what} | ${program} | ${answer ? cell(answer) : 'takes it'} |`);
    }
  }
  return rows;
}

/** What the program says about a set that is broken in the way of a code, and whether the library and the program both find it. */
async function verdict(
  set: BrokenSet,
  code: string,
  by: RegExp,
  ask: Ask,
  place: string,
): Promise<{ answer?: string; differences: string[] }> {
  const problems = await ask(objectsOf(set, `agree-${place}`), place);
  const answer = problems.find((problem) => by.test(problem));
  const differences = [
    ...(found(set, code) ? [] : [`${code} does not find it`]),
    ...(answer === undefined ? [`the program takes it; problems: ${problems.join('\n') || 'none'}`] : []),
  ];
  return { answer, differences };
}

/** A claim of each program, made about a set that is right: neither the library nor the program may agree to it. */
async function falseClaims(context: Context, asks: readonly (readonly [string, typeof ARGO, Ask])[]): Promise<void> {
  for (const [program, [claim], ask] of asks) {
    if (!claim) continue;
    const [code, name, by] = claim;
    const { differences } = await verdict(new BrokenSet(name), code, by, ask, `right-${code.toLowerCase()}`);
    refused(context, `${program}: ${code} of a right set: the library`, differences, /does not find it/);
    refused(context, `${program}: ${code} of a right set: the program`, differences, /the program takes it/);
  }
}

/** What passes the API server by the very nature of the fault, or is no matter of that program. */
function said({ what }: Fault, program: string): boolean {
  return (
    !(program === 'API server' && (what === 'half a unit' || what === 'both, in an A/B test')) &&
    !(program === 'Argo Rollouts' && what === 'a background analysis')
  );
}

const cell = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/\|/g, '\\|')
    .replace(/agree-[a-z0-9-]+/g, 'shop')
    .slice(0, 160);

function istio(folder: string): Ask {
  return async (objects, place) => {
    const target = join(folder, place);
    mkdirSync(target);
    writeFileSync(join(target, 'all.yaml'), JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects }));
    return (await analyze([target])).flatMap(({ refusals }) => refusals);
  };
}

/** Asks a real Envoy that is told by a real Istio: the broken sets answer as foretold, the correct one with 200. */
async function answers(context: Context, folder: string): Promise<string[]> {
  const sets = ANSWERS.map(([code, what]) => {
    const set = new BrokenSet('MESH');
    FAULTS.find((fault) => fault.code === code && fault.what === what && fault.set === 'MESH')?.break(set);
    return set;
  });
  const whole = [outside('testers', { 'x-group': 'test' }), outside('all', {})];
  const places = [...sets, new BrokenSet('MESH')].map((set, index) => {
    const place = join(folder, `mesh-${index}`);
    mkdirSync(place);
    const plain = objectsOf(set, 'shop').map((object) => withoutTls(object));
    writeFileSync(join(place, 'all.yaml'), plain.map((object) => JSON.stringify(object)).join('\n---\n'));
    const requests = ANSWERS[index]?.[3] ?? whole;
    const gateway = plain.find(({ kind }) => kind === 'Gateway')?.metadata.name ?? 'public';
    writeFileSync(
      join(place, 'requests.json'),
      JSON.stringify(requests.map((request) => ({ ...request, from: `gateway:istio-ingress/${gateway}` }))),
    );
    return place;
  });
  const results = await answer(places);
  const statuses = (index: number): number[] =>
    (results[index]?.answers ?? []).flatMap(({ outcomes }) => outcomes.map(({ status }) => status));
  none(
    context,
    'Envoy answers MESH',
    statuses(sets.length)
      .filter((status) => status !== 200)
      .map(String),
  );
  return ANSWERS.map(([code, what, status], index) => {
    context.expect(`${code} finds: ${what}`, found(sets[index] as BrokenSet, code));
    context.expect(`Envoy answers ${status} after: ${what} (${code})`, statuses(index).includes(status), statuses(index).join());
    return `| [${code}](${code}.md) | ${what} | Istio and Envoy | ${[...new Set(statuses(index))].sort().join(', ')} |`;
  });
}

/** The same Gateway on plain HTTP: certificates say nothing about routes. */
function withoutTls(object: KubeObject): KubeObject {
  if (object.kind !== 'Gateway') return object;
  return JSON.parse(
    JSON.stringify(object, (key, value) =>
      key === 'tls' ? undefined : key === 'port' ? { number: 80, name: 'http', protocol: 'HTTP' } : value,
    ),
  );
}

/** What the controller says about the Rollouts of a set. */
function argo(cluster: Cluster): Ask {
  return async (objects) => {
    await applyAll(cluster, objects);
    const says: string[] = [];
    for (const { kind, metadata } of objects) {
      if (kind !== 'Rollout') continue;
      const path = rolloutPath(metadata.namespace ?? 'default', metadata.name);
      const { status } = await cluster.kube.until<Rollout>(
        path,
        (rollout) => rollout.status?.phase !== undefined && rollout.status.observedGeneration === String(rollout.metadata.generation),
        30,
      );
      says.push(`${status?.phase} ${status?.message ?? ''}`);
    }
    await removeAll(cluster, objects);
    return says;
  };
}

export const check: Check = {
  name: 'check-agreement',
  title: 'what the checks say a program refuses, that program refuses; what they are silent about, it takes',
  needs: ['cluster', 'istiosim', 'envoy'],
  async run(context) {
    const { cluster } = await context.controllers();
    const asks: readonly [string, typeof ARGO, Ask][] = [
      ['API server', API_SERVER, (objects) => dryRun(cluster, objects)],
      ['Istio', ISTIO, istio(temporaryFolder('agreement'))],
      ['Argo Rollouts', ARGO, argo(cluster)],
    ];
    await falseClaims(context, asks);
    const rows: string[] = [];
    for (const [program, claims, ask] of asks) rows.push(...(await hold(context, program, claims, ask)));
    rows.push(...(await answers(context, temporaryFolder('agreement-mesh'))));
    for (const name of Object.keys(CORRECT_SETS))
      none(context, `API server takes ${name}`, await dryRun(cluster, objectsOf(new BrokenSet(name), 'agree-correct')));
    for (const name of ['ARGO', 'ARGO_SUBSETS']) {
      const says = await argo(cluster)(objectsOf(new BrokenSet(name), 'agree-argo'), name);
      none(
        context,
        `Argo Rollouts takes ${name}`,
        says.filter((text) => /InvalidSpec/.test(text)),
      );
    }
    const head =
      '<!-- Made by `npm run conformance -- check-agreement`: do not edit. -->\n# Agreement with the real programs\n\nWhat a check says a program refuses, held against that program: a correct set is broken in one way, and both are asked.\n\n';
    writeFileSync(PAGE, `${head}| code | what is broken | program | what it says |\n|---|---|---|---|\n${rows.join('\n')}\n`);
  },
};
