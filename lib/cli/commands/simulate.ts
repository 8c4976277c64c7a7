import { readPaths } from '../../model/files';
import { plansOf, type RolloutPlan } from '../../model/plan';
import { readManifests } from '../../model/read';
import { meantPlans } from '../../simulate/rollouts/choose';
import type { Course } from '../../simulate/rollouts/course';
import { rollout, ScenarioError } from '../../simulate/rollouts/rollout';
import { type CliCommand, commandLine, exitCode, runCommandLine, UsageError } from '../command';
import { DataFile } from '../data-file';
import type { Io } from '../io';
import { courseText } from '../rollout-chart';

interface SimulateOptions {
  readonly scenario?: string;
  readonly target?: string;
  readonly format: string;
  readonly quiet?: boolean;
}

/** `progressive simulate`: how a rollout goes, from the manifests and a scenario. */
export const simulateCommand: CliCommand = {
  summary: 'foretell how a rollout goes: weights, phases, checks, and who meets the new version',
  run(args, io) {
    const command = commandLine(
      'simulate',
      'Foretells how a rollout goes: Flagger, Argo Rollouts, Deployments, blue/green by Service, Knative. What happens meanwhile stands in a scenario file.',
      'progressive simulate dist/podinfo/yaml/prod --scenario scenarios/one-in-ten-fails.yaml',
    )
      .argument('<path...>', 'YAML files, folders, a chart, a kustomization, or - for standard input')
      .option('-s, --scenario <file>', 'what happens during the rollout (default: the new version is good)')
      .option('-t, --target <name>', 'the Canary, Rollout, Deployment or service, where there are several');
    return runCommandLine(command, args, io, async () => simulate(command.args, command.opts<SimulateOptions>(), io));
  },
};

async function simulate(paths: readonly string[], options: SimulateOptions, io: Io): Promise<number> {
  const file = options.scenario === undefined ? undefined : DataFile.read(options.scenario, io, 'the scenario');
  const scenario = file?.data ?? {};
  const files = readPaths(paths, { cwd: io.cwd, stdin: paths.includes('-') ? await io.stdin() : undefined });
  const { manifests, problems } = readManifests(files.inputs);
  for (const problem of [...files.problems, ...problems]) {
    if (problem.severity !== 'note' && !options.quiet) io.stderr(`${problem.message} ${problem.fix}\n`);
  }
  if (manifests.length === 0) throw new UsageError(`there are no manifests in ${paths.join(', ')}.`);
  const plans = chosen(plansOf({ all: manifests }), options.target ?? targetOf(scenario));
  const answers = plans.map((plan) => ({ plan, course: courseOf(plan, scenario, file) }));
  if (options.format === 'json') io.stdout(`${JSON.stringify(json(answers), null, 2)}\n`);
  else io.stdout(answers.map(({ plan, course }) => courseText(plan, course, io.color)).join('\n'));
  return exitCode(answers.some(({ course }) => course.end.what === 'refused'));
}

function targetOf(scenario: unknown): string | undefined {
  const target = (scenario as { target?: unknown } | null)?.target;
  return typeof target === 'string' ? target : undefined;
}

function chosen(plans: readonly RolloutPlan[], target: string | undefined): readonly RolloutPlan[] {
  if (plans.length === 0)
    throw new UsageError('the manifests state no rollout: there is no Canary, Rollout, Knative Service or Deployment among them.');
  const meant = meantPlans(plans, target);
  if (meant.length > 0) return meant;
  throw new UsageError(`there is no rollout named '${target}'; there are ${plans.map((plan) => plan.object.name).join(', ')}.`);
}

function courseOf(plan: RolloutPlan, scenario: unknown, file: DataFile | undefined): Course {
  try {
    return rollout(plan, undefined, scenario);
  } catch (error) {
    if (error instanceof ScenarioError)
      throw new UsageError(
        `the scenario does not fit:\n${error.problems.map(({ path, message }) => `  ${file ? `${file.place(path)}: ` : ''}${path}: ${message}`).join('\n')}`,
      );
    throw error;
  }
}

/** One rollout stands by itself; several are a list. */
function json(answers: readonly { readonly plan: RolloutPlan; readonly course: Course }[]): object {
  const rollouts = answers.map(({ plan: { object, controller, problems }, course }) => ({ object, controller, ...course, problems }));
  return rollouts.length === 1 ? (rollouts[0] ?? {}) : { rollouts };
}
