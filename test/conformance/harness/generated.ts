import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { outputsByName } from '../../../lib/output/outputs';
import { collectParameters } from '../../../lib/parameters/collect';
import type { Environment } from '../../../lib/parameters/environment';
import { readEnvironments } from '../../../lib/parameters/environments';
import { restProblems } from '../../../lib/parameters/rests';
import { everyParameter } from '../../output/every-parameter';
import { temporaryFolder } from './process';
import { SynthProject } from './synth';
import { type ValueSchema, type Values, validMap } from './values';

/** How many sets of values each app is tried with. */
export const SETS = Number(process.env.CONFORMANCE_SETS ?? 200);
const SEED = Number(process.env.CONFORMANCE_SEED ?? 20261121);
const OUTPUTS = ['yaml', 'helm', 'kustomize'] as const;

/** A tree of outputs with many environments. */
export interface Outputs {
  readonly name: string;
  readonly folder: string;
  readonly environments: readonly string[];
}

const names = Array.from({ length: SETS }, (_, index) => `e${index}`);

type Schemas = { readonly [name: string]: ValueSchema };

/** The schema of each value of a chart. */
export const schemasOf = ({ folder }: Pick<Outputs, 'folder'>): Schemas =>
  (JSON.parse(readFileSync(join(folder, 'helm', 'values.schema.json'), 'utf8')) as ValueSchema).properties ?? {};

/** The nth set of values, drawn anew at every attempt. */
const drawn = (schemas: Schemas, index: number, attempt: number): Values =>
  fc.sample(validMap(schemas), { seed: SEED + index + attempt * SETS, numRuns: 1 })[0] ?? {};

/** The hand-made set, in which every type of parameter stands in every place. */
export function handMade(): Outputs {
  const folder = temporaryFolder('every-parameter');
  const { parameters } = collectParameters(everyParameter);
  const write = (environments: readonly Environment[]) => {
    for (const file of OUTPUTS.flatMap((name) =>
      outputsByName[name]
        .files({ app: 'every', manifests: everyParameter, environments })
        .map(({ path, text }) => ({ path: join(folder, name, path), text })),
    )) {
      mkdirSync(dirname(file.path), { recursive: true });
      writeFileSync(file.path, file.text);
    }
  };
  write([{ name: 'default', values: new Map() }]);
  const schemas = schemasOf({ folder });
  const fitting = (name: string, index: number): Environment => {
    for (let attempt = 0; ; attempt++) {
      const values = drawn(schemas, index, attempt);
      const { environments, problems } = readEnvironments([{ name, file: name, text: JSON.stringify(values) }], parameters);
      const [environment] = environments;
      if (!environment || problems.length > 0) throw new Error(`${JSON.stringify(values)}: ${problems.join('\n')}`);
      if (restProblems(everyParameter, environments).length === 0) return environment;
    }
  };
  write(names.map(fitting));
  return { name: 'every', folder, environments: names };
}

/** An app of this project, synthesized with generated environments; splits that exceed 100 are drawn again. */
export async function generated(app: string): Promise<Outputs> {
  const project = new SynthProject(app);
  project.setEnvironment('e0', {});
  const { folder, problems } = await project.synth('helm');
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const schemas = schemasOf({ folder });
  let draw = new Set(names);
  for (let attempt = 0; attempt < 20; attempt++) {
    for (const name of draw) project.setEnvironment(name, drawn(schemas, names.indexOf(name), attempt));
    const result = await project.synth(OUTPUTS.join());
    if (result.problems.length === 0) return { name: app, folder, environments: names };
    draw = new Set(result.problems.flatMap((problem) => /^environment '(e\d+)': .* more than 100/.exec(problem)?.[1] ?? []));
    if (draw.size === 0) throw new Error(result.problems.join('\n'));
  }
  throw new Error(`no ${SETS} sets of values of ${app} whose splits fit were found in 20 attempts`);
}
