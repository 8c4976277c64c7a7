import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Answer, type BatchProgram, batchLines, batchTexts, compareLines, type Job } from '../harness/batch';
import { type Check, type Context, equal, none, refused } from '../harness/check';
import { generated, handMade, type Outputs, SETS, schemasOf } from '../harness/generated';
import { type Helm, helm } from '../harness/helm';
import { inParallel, type Result, run, temporaryFolder } from '../harness/process';
import { binary } from '../harness/programs';
import { appNames } from '../harness/synth';
import { invalid } from '../harness/values';
import { versions } from '../harness/versions';

const HELMS = ['helm3', 'helm4'] as const;
const PROGRAMS = [...HELMS, 'kustomize'] as const;

/** How many of an app's jobs are done by the programs' own commands as well. */
const SAMPLE = 5;
const sampleOf = <T>(list: readonly T[]): T[] => list.filter((_, i) => i % Math.ceil(list.length / SAMPLE) === 0);

const valuesJob = ({ name, folder }: Outputs, values: string): Job => ({ name, chart: join(folder, 'helm'), values });
const jobOf = (program: BatchProgram, outputs: Outputs, environment: string): Job =>
  program === 'kustomize'
    ? { kustomization: join(outputs.folder, 'kustomize', 'overlays', environment) }
    : valuesJob(outputs, join(outputs.folder, 'helm', `values-${environment}.yaml`));

async function command(program: BatchProgram, job: Job): Promise<Result> {
  if ('chart' in job) return run(await binary(program, 'helm'), ['template', job.name, job.chart, '-f', job.values]);
  if ('kustomization' in job) return run(await binary(program), ['build', job.kustomization]);
  throw new Error('no command reads plain YAML');
}

/** The programs that do many jobs say what their own commands say. */
async function asByCommand(context: Context, what: string, program: BatchProgram, jobs: readonly Job[]): Promise<void> {
  const answers = await batchTexts(program, jobs);
  const problems: string[] = [];
  await inParallel(jobs, 2, async (job, i) => {
    const { code, stdout, stderr } = await command(program, job);
    const { error, result } = answers[i] as Answer<string>;
    const same = error === undefined ? code === 0 && stdout === result : code !== 0 && stderr.includes(error);
    if (!same) problems.push(`${JSON.stringify(job)}: the command: ${code === 0 ? stdout : stderr}\nin one process: ${error ?? result}`);
  });
  none(context, `${what}: ${jobs.length} of them as by the command itself`, problems.slice(0, 1));
}

async function compare(context: Context, program: BatchProgram, outputs: Outputs, plain: readonly string[]): Promise<void> {
  const { name, environments } = outputs;
  const jobs = environments.map((environment) => jobOf(program, outputs, environment));
  const others = await batchLines(program, jobs);
  const problems = environments.flatMap((environment, i) =>
    compareLines(plain[i] as string, others[i] as string).map((problem) => `${environment}: ${problem}`),
  );
  const what = `${name}: plain = ${program} with ${SETS} generated sets of values`;
  const passed = none(context, what, problems.slice(0, 5));
  context.verified({
    strategy: name === 'every' ? 'every type of parameter in every place' : `app ${name}`,
    program: program.replace(/\d/, ' $&'),
    version: versions[program],
    shown: `same objects with ${SETS} sets of values`,
    passed,
  });
  await asByCommand(context, what, program, sampleOf(jobs));
}

/** Every wrong value is refused by the schema, and the defaults are not: else everything might be refused. */
async function refuses(context: Context, program: Helm, outputs: Outputs): Promise<void> {
  const scratch = temporaryFolder('invalid');
  const jobFor = (values: unknown, file: string) => {
    writeFileSync(join(scratch, file), JSON.stringify(values));
    return valuesJob(outputs, join(scratch, file));
  };
  const wrong = [...invalid(schemasOf(outputs))];
  const jobs = wrong.map(({ values }, i) => jobFor(values, `${i}.json`));
  const [defaults, ...answers] = await batchTexts(program, [jobFor({}, 'defaults.json'), ...jobs]);
  const taken = wrong.flatMap(({ what }, i) => (/schema/.test(answers[i]?.error ?? '') ? [] : `${what}: ${answers[i]?.error ?? 'taken'}`));
  const what = `${outputs.name}: ${program} refuses ${wrong.length} wrong values by the schema`;
  none(context, what, taken);
  context.expect(`${outputs.name}: ${program} takes the defaults`, defaults?.error === undefined, defaults?.error);
  await asByCommand(context, what, program, sampleOf(jobs));
}

async function lints(context: Context, program: Helm, { name, folder }: Outputs): Promise<void> {
  const problems = await helm(program, ['lint', '--strict', join(folder, 'helm')]).then(
    () => [],
    (error: Error) => [error.message],
  );
  none(context, `${name}: ${program} lint --strict`, problems);
}

async function examine(context: Context, outputs: Outputs): Promise<void> {
  const { name, folder, environments } = outputs;
  equal(context, `${name}: sets of values`, environments.length, SETS);
  const plain = await batchLines(
    'kustomize',
    environments.map((environment) => ({ plain: join(folder, 'yaml', environment) })),
  );
  for (const program of PROGRAMS) await compare(context, program, outputs, plain);
  for (const program of HELMS) {
    await refuses(context, program, outputs);
    await lints(context, program, outputs);
  }
}

async function faults(context: Context, every: Outputs): Promise<void> {
  const split = join(every.folder, 'split.json');
  writeFileSync(split, JSON.stringify({ web: { v2: { weight: 60 }, 'v3-beta': { weight: 60 } } }));
  const [over] = await batchTexts('helm3', [valuesJob(every, split)]);
  refused(context, 'a split of more than 100', [over?.error ?? ''], /must not exceed 100, but do so by 20/);
}

export const check: Check = {
  name: 'outputs-property',
  title: 'with generated values, plain YAML, Helm and Kustomize give the same objects, and Helm refuses wrong values',
  needs: ['helm3', 'helm4', 'kustomize'],
  async run(context) {
    const every = handMade();
    await faults(context, every);
    await inParallel([undefined, ...appNames()], 2, async (app) => {
      const outputs = app === undefined ? every : await generated(app).catch((error: Error) => error);
      if (context.expect(`${app ?? 'every'} is synthesized with generated environments`, !(outputs instanceof Error), outputs))
        await examine(context, outputs as Outputs);
    });
  },
};
