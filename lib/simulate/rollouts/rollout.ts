import type { RolloutPlan } from '../../model/plan';
import { argoCourse } from './argo/course';
import { meantPlans, plansIn, type RolloutSource } from './choose';
import type { Course } from './course';
import { rounded } from './exposure';
import { flaggerCourse } from './flagger/course';
import { deploymentCourse } from './plain/deployment-course';
import { knativeCourse } from './plain/knative-course';
import { serviceCourse } from './plain/service-course';
import { scenarioProblems } from './scenario/check';
import type { ScenarioProblem } from './scenario/messages';
import { readScenario } from './scenario/read';
import type { Change, Scenario } from './scenario/scenario';
import { numbersOf } from './scenario/series';

/** A scenario that contradicts itself, or that names what the plan does not have. */
export class ScenarioError extends Error {
  constructor(readonly problems: readonly ScenarioProblem[]) {
    super(problems.map(({ path, message }) => `${path}: ${message}`).join('\n'));
    this.name = 'ScenarioError';
  }
}

/**
 * How a rollout goes: a plan (or the one that is meant of several, or of a release model), what is applied, and what happens meanwhile.
 * Pure: no clock, no chance. `scenario` is the data of a scenario file; `change` goes before the scenario's own.
 * Throws a ScenarioError with all problems of the scenario.
 */
export function rollout(source: RolloutSource, change: Partial<Change> | undefined, scenario: unknown): Course {
  const read = readScenario(scenario);
  if (!read.scenario) throw new ScenarioError(read.problems);
  const given: Scenario = change
    ? { ...read.scenario, change: { image: change.image ?? false, config: change.config ?? false, replicas: change.replicas } }
    : read.scenario;
  const plans = plansIn(source);
  const [plan] = meantPlans(plans, plans.length > 1 ? given.target : undefined);
  if (!plan) {
    const names = plans.map(({ object }) => object.name).join(', ') || 'none';
    throw new ScenarioError([
      { path: 'target', message: `There is no rollout named ${JSON.stringify(given.target)}; there are ${names}.` },
    ]);
  }
  const problems = scenarioProblems(plan, given);
  if (problems.length > 0) throw new ScenarioError(problems);
  const refusals = plan.problems.filter((problem) => problem.effect !== 'unknown');
  const course = refusals.length > 0 ? refused(plan, given) : courseOf(plan, given);
  const unknown = plan.problems.filter((problem) => problem.effect === 'unknown').map(({ path, message }) => `${path}: ${message}`);
  return { ...course, assumptions: [...course.assumptions, ...readiness(plan, given), ...unknown] };
}

function courseOf(plan: RolloutPlan, scenario: Scenario): Course {
  switch (plan.controller) {
    case 'deployment':
      return deploymentCourse(plan, scenario);
    case 'flagger':
      return flaggerCourse(plan, scenario);
    case 'argo-rollouts':
      return argoCourse(plan, scenario);
    case 'service':
      return serviceCourse(plan, scenario);
    case 'knative':
      return knativeCourse(plan, scenario);
  }
}

/** Nothing happens: the API server or the controller does not take what is stated. */
function refused(plan: RolloutPlan, scenario: Scenario): Course {
  const invalid = plan.problems.filter((problem) => problem.effect === 'invalid');
  const first = plan.problems.find((problem) => problem.effect === 'refused') ?? invalid[0];
  const byServer = first?.effect === 'refused';
  const phase = byServer ? 'Refused' : 'Degraded';
  const reason = byServer
    ? `The API server refuses ${plan.object.kind} ${plan.object.name}: ${first?.path}: ${first?.message}`
    : `InvalidSpec: The Rollout "${plan.object.name}" is invalid: ${first?.path}: ${first?.message}`;
  const none = { total: 0, newVersion: 0, failed: 0, failedByNewVersion: 0 };
  const row = { t: 0, phase, weights: {}, newVersion: 0, replicas: {}, available: {}, events: [reason] };
  const exposure = { seconds: 0, requests: none, share: { most: 0, average: 0 }, who: ['nobody'] };
  return {
    course: [row],
    end: { what: 'refused', reason, phase, t: 0 },
    exposure,
    assumptions: scenario.until === undefined ? [...plan.assumptions] : [],
  };
}

/** What the scenario leaves open about the pods. */
function readiness(plan: RolloutPlan, scenario: Scenario): string[] {
  const { ready, readyAfter } = scenario.versions.new.pods;
  const dies = scenario.versions.new.pods.diesAfter;
  const { stated, successRate } = scenario.versions.new;
  const rates = numbersOf(successRate);
  const small = stated.successRate && rates.every((rate) => rate <= 1) ? rates.find((rate) => rate > 0) : undefined;
  return [
    ...(small === undefined
      ? []
      : [`A success rate of ${small} is taken as ${small} %: write ${rounded(100 * small)} if a share was meant.`]),
    ...(readyAfter === 1 && ready > 0 ? ['A pod is ready 1 s after its start, unless the scenario says otherwise.'] : []),
    ...(dies === undefined || plan.controller === 'service' ? [] : ['A pod that dies does not become ready again.']),
  ];
}
