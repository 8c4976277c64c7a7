import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { outputsByName } from '../../../lib/output/outputs';
import { collectParameters } from '../../../lib/parameters/collect';
import { readEnvironments } from '../../../lib/parameters/environments';
import { restProblems } from '../../../lib/parameters/rests';
import { everyParameter } from '../../output/every-parameter';
import { type Check, type Context, none, refused } from '../harness/check';
import { type Helm, helm } from '../harness/helm';
import { compareSets } from '../harness/objects';
import { must, run, temporaryFolder } from '../harness/process';
import { binary } from '../harness/programs';
import { appNames, SynthProject } from '../harness/synth';
import { invalid, type ValueSchema, type Values, validMap } from '../harness/values';
import { versions } from '../harness/versions';
import { parseObjects, readObjects } from '../harness/yaml';

/** How many sets of values each app is tried with. */
const SETS = Number(process.env.CONFORMANCE_SETS ?? 200);
const SEED = 20261121;
const OUTPUTS = 'yaml,helm,kustomize';

/** A tree of outputs with many environments. */
interface Outputs {
  readonly name: string;
  readonly folder: string;
  readonly environments: readonly string[];
}

const names = Array.from({ length: SETS }, (_, index) => `e${index}`);

/** The hand-made set, in which every type of parameter stands in every place. */
function handMade(): Outputs {
  const folder = temporaryFolder('every-parameter');
  const { parameters } = collectParameters(everyParameter);
  const write = (environments: Parameters<(typeof outputsByName)['yaml']['files']>[0]['environments']) => {
    for (const name of OUTPUTS.split(',') as ('yaml' | 'helm' | 'kustomize')[]) {
      for (const file of outputsByName[name].files({ app: 'every', manifests: everyParameter, environments })) {
        const path = join(folder, name, file.path);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, file.text);
      }
    }
  };
  write([{ name: 'default', values: new Map() }]);
  const sets = validMap(schemaOf(folder));
  const environments = names.map((name, index) => {
    for (let attempt = 0; ; attempt++) {
      const [values] = fc.sample(sets, { seed: SEED + index + attempt * SETS, numRuns: 1 });
      const read = readEnvironments([{ name, file: name, text: JSON.stringify(values) }], parameters);
      if (read.problems.length > 0) throw new Error(`${JSON.stringify(values)}: ${read.problems.join('\n')}`);
      if (restProblems(everyParameter, read.environments).length === 0) return read.environments[0] as (typeof read.environments)[number];
    }
  });
  write(environments);
  return { name: 'every', folder, environments: names };
}

/** An app of this project, synthesized with generated environments; splits that exceed 100 are drawn again. */
async function generated(app: string): Promise<Outputs> {
  const project = new SynthProject(app);
  project.setEnvironment('e0', {});
  const { folder, problems } = await project.synth('helm');
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const sets = validMap(schemaOf(folder));
  let draw = new Set(names);
  for (let attempt = 0; attempt < 20; attempt++) {
    for (const name of draw) {
      const seed = SEED + names.indexOf(name) + attempt * SETS;
      project.setEnvironment(name, fc.sample(sets, { seed, numRuns: 1 })[0] ?? {});
    }
    const result = await project.synth(OUTPUTS);
    if (result.problems.length === 0) return { name: app, folder, environments: names };
    draw = new Set(result.problems.flatMap((problem) => /^environment '(e\d+)': .* more than 100/.exec(problem)?.[1] ?? []));
    if (draw.size === 0) throw new Error(result.problems.join('\n'));
  }
  throw new Error(`no ${SETS} sets of values of ${app} whose splits fit were found in 20 attempts`);
}

function schemaOf(folder: string): { readonly [name: string]: ValueSchema } {
  return (JSON.parse(readFileSync(join(folder, 'helm', 'values.schema.json'), 'utf8')) as ValueSchema).properties ?? {};
}

async function compare(context: Context, { name, folder, environments }: Outputs): Promise<void> {
  const chart = join(folder, 'helm');
  const kustomize = await binary('kustomize');
  const programs: [string, string, (environment: string) => Promise<string>][] = [
    ...(['helm3', 'helm4'] as const).map((program): [string, string, (environment: string) => Promise<string>] => [
      program,
      versions[program],
      (environment) => helm(program, ['template', name, chart, '-f', join(chart, `values-${environment}.yaml`)]),
    ]),
    ['kustomize', versions.kustomize, (environment) => must(kustomize, ['build', join(folder, 'kustomize', 'overlays', environment)])],
  ];
  for (const [program, version, render] of programs) {
    const problems: string[] = [];
    await each(environments, async (environment) => {
      const plain = readObjects(join(folder, 'yaml', environment));
      const found = await render(environment).then(
        (text) => compareSets(plain, parseObjects(text, `${program} ${environment}`)),
        (error: Error) => [error.message],
      );
      problems.push(...found.map((problem) => `${environment}: ${problem}`));
    });
    const passed = none(context, `${name}: plain = ${program} with ${environments.length} generated sets of values`, problems.slice(0, 5));
    context.verified({
      strategy: `app ${name}`,
      program,
      version,
      shown: `same objects with ${environments.length} sets of values`,
      passed,
    });
  }
}

/** Every wrong value is refused by the schema, and the defaults are not: else everything might be refused. */
async function refuses(context: Context, program: Helm, { name, folder }: Outputs): Promise<void> {
  const chart = join(folder, 'helm');
  const path = await binary(program, 'helm');
  const scratch = temporaryFolder('invalid');
  const wrong = [...invalid(schemaOf(folder))];
  const taken: string[] = [];
  const template = async (values: Values, file: string) => {
    writeFileSync(join(scratch, file), JSON.stringify(values));
    return run(path, ['template', name, chart, '-f', join(scratch, file)]);
  };
  await each(wrong, async ({ what, values }) => {
    const { code, stderr } = await template(values, `${wrong.findIndex((one) => one.values === values)}.json`);
    if (code === 0 || !/schema/.test(stderr)) taken.push(`${what}: ${code === 0 ? 'taken' : stderr}`);
  });
  none(context, `${name}: ${program} refuses ${wrong.length} wrong values by the schema`, taken);
  context.expect(`${name}: ${program} takes the defaults`, (await template({}, 'defaults.json')).code === 0);
}

/** Two at a time. */
async function each<Item>(items: readonly Item[], run: (item: Item) => Promise<void>): Promise<void> {
  const queue = [...items];
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await run(item);
  };
  await Promise.all([worker(), worker()]);
}

export const check: Check = {
  name: 'outputs-property',
  title: 'with generated values, plain YAML, Helm and Kustomize give the same objects, and Helm refuses wrong values',
  needs: ['helm3', 'helm4', 'kustomize'],
  async run(context) {
    const every = handMade();
    const all = [every];
    for (const app of appNames()) {
      const outputs = await generated(app).catch((error: Error) => error);
      if (context.expect(`${app} is synthesized with generated environments`, !(outputs instanceof Error), outputs))
        all.push(outputs as Outputs);
    }
    for (const outputs of all) {
      await compare(context, outputs);
      for (const program of ['helm3', 'helm4'] as const) {
        await refuses(context, program, outputs);
        const lint = await helm(program, ['lint', '--strict', join(outputs.folder, 'helm')]).then(
          () => [],
          (error: Error) => [error.message],
        );
        none(context, `${outputs.name}: ${program} lint --strict`, lint);
      }
    }
    const split = join(every.folder, 'split.json');
    writeFileSync(split, JSON.stringify({ web: { v2: { weight: 60 }, 'v3-beta': { weight: 60 } } }));
    const chart = join(every.folder, 'helm');
    const over = await run(await binary('helm3', 'helm'), ['template', 'every', chart, '-f', split]);
    refused(context, 'a split of more than 100', over.code === 0 ? [] : [over.stderr], /must not exceed 100, but do so by 20/);
  },
};
