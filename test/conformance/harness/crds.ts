import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { stringify } from 'yaml';
import type { Say } from './install';
import type { Kube, KubeObject } from './kube';
import { CACHE, GO_ENVIRONMENT, ROOT } from './paths';
import { run, tail } from './process';
import { writeSchemas } from './schemas';

/** A module whose archive carries CRDs (or Kubernetes' own OpenAPI), as imports/releases.json pins it by version and hash. */
interface Module {
  readonly set: string;
  readonly module: string;
  readonly version: string;
  readonly sum: string;
  readonly path: string;
}

/** A CustomResourceDefinition, as far as it is looked at here. */
export interface Crd extends KubeObject {
  spec: {
    group: string;
    names: { kind: string; plural: string };
    versions: { name: string; served: boolean; schema?: { openAPIV3Schema: object } }[];
  };
}

/** What the library's own types are made from: the cluster has the same versions. */
const PINS = join(ROOT, 'imports', 'releases.json');
const SETS = ['kubernetes', 'istio', 'gateway-api', 'argo-rollouts', 'flagger', 'knative', 'prometheus', 'argo-cd', 'flux'];
/** Plural names of the CRDs wanted of a set; all unless given. */
const ONLY: Readonly<Record<string, readonly string[]>> = {
  prometheus: ['prometheusrules', 'servicemonitors', 'podmonitors'],
  'argo-cd': ['applications', 'applicationsets', 'appprojects'],
};

function modules(): Module[] {
  const pinned = (JSON.parse(readFileSync(PINS, 'utf8')) as { modules: Record<string, Omit<Module, 'set'>> }).modules;
  return SETS.map((set) => {
    const module = pinned[set];
    if (!module) throw new Error(`imports/releases.json has no module "${set}": there are ${Object.keys(pinned).join(', ')}`);
    return { set, ...module };
  });
}
const sources = [PINS, __filename, join(__dirname, 'schemas.ts')];

/** Where the CRDs (`<set>/<name>.yaml`) and the JSON Schemas (`schemas/`) lie. */
export const crdFolder = () => {
  const hash = createHash('sha256');
  for (const file of sources) hash.update(readFileSync(file));
  return join(CACHE, 'crds', hash.digest('hex').slice(0, 12));
};

async function download({ module, version, sum }: Module): Promise<string> {
  const result = await run('go', ['mod', 'download', '-json', `${module}@${version}`], {
    env: { ...GO_ENVIRONMENT, GOFLAGS: '-modcacherw' },
    cwd: CACHE,
  });
  const answer = JSON.parse(result.stdout || '{}') as { Dir?: string; Sum?: string; Error?: string };
  if (!answer.Dir) throw new Error(`${module}@${version} cannot be had: ${answer.Error ?? tail(result.stderr)}`);
  if (answer.Sum !== sum)
    throw new Error(`${module}@${version} is not what imports/releases.json pins: its sum is ${answer.Sum}, wanted ${sum}`);
  return answer.Dir;
}

function crdsIn(path: string, only?: readonly string[]): Crd[] {
  const files = statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((name) => name.endsWith('.yaml'))
        .sort()
        .map((name) => join(path, name))
    : [path];
  // js-yaml, because Flagger's file breaks YAML's rules of indentation
  const crds = files
    .flatMap((file) => loadAll(readFileSync(file, 'utf8')) as KubeObject[])
    .filter((one): one is Crd => one?.kind === 'CustomResourceDefinition');
  return only ? crds.filter((crd) => only.includes(crd.spec.names.plural)) : crds;
}

/** Gathers the CRDs of every project, and makes the JSON Schemas that kubeconform reads. */
export async function gatherCrds(say: Say): Promise<void> {
  const folder = crdFolder();
  if (existsSync(folder)) return;
  say('gathering CRDs and schemas: about 1 min with empty caches');
  const staging = `${folder}.${process.pid}`;
  const all: Crd[] = [];
  let swagger = '';
  for (const one of modules()) {
    mkdirSync(join(staging, one.set), { recursive: true });
    const at = join(await download(one), one.path);
    if (one.set === 'kubernetes') swagger = at;
    else {
      const crds = crdsIn(at, ONLY[one.set]);
      if (!crds.length) throw new Error(`${one.module}@${one.version} has no CRD in ${one.path}`);
      for (const crd of crds)
        writeFileSync(join(staging, one.set, `${crd.metadata.name}.yaml`), stringify(crd, { aliasDuplicateObjects: false }));
      all.push(...crds);
    }
  }
  writeSchemas(swagger, all, join(staging, 'schemas'));
  rmSync(folder, { recursive: true, force: true });
  renameSync(staging, folder);
}

/** The CRDs of some sets: `istio`, `flagger` and so on. */
export function readCrds(sets: readonly string[] = SETS.filter((set) => set !== 'kubernetes')): Crd[] {
  return sets.flatMap((set) => crdsIn(join(crdFolder(), set)));
}

/** Applies the CRDs of all sets and waits until the API server serves them, and says so: a client that asks too early knows no such kind. */
export async function applyCrds(kube: Kube): Promise<void> {
  const path = (crd: Crd) => `/apis/apiextensions.k8s.io/v1/customresourcedefinitions/${crd.metadata.name}`;
  const crds = readCrds();
  for (const crd of crds) await kube.request('PATCH', `${path(crd)}?fieldManager=crds&force=true`, crd, 'application/apply-patch+yaml');
  const established = (one: KubeObject) => {
    const { conditions } = (one.status ?? {}) as { conditions?: { type: string; status: string }[] | null };
    return conditions?.some((condition) => condition.type === 'Established' && condition.status === 'True') === true;
  };
  for (const crd of crds) {
    await kube.until(path(crd), established, 60);
    const { group, names, versions } = crd.spec;
    for (const { name } of versions.filter((version) => version.served)) await kube.untilServed(`${group}/${name}`, names.kind, 60);
  }
}
