import type { ExperimentProps } from './experiment';
import type { ArgoTraffic } from './traffic';

/** What Argo Rollouts refuses of an experiment, or never ends with. */
export function experimentProblems({ templates, analyses = [], duration }: ExperimentProps, traffic: ArgoTraffic | undefined): string[] {
  const problems: string[] = [];
  if (templates.length === 0) problems.push('the experiment has no templates; state which pods it runs.');
  for (const [what, names] of [
    ['templates', templates.map(({ name }) => name)],
    ['analyses', analyses.map(({ name }) => name)],
  ] as const)
    for (const name of names.filter((each, index) => names.indexOf(each) !== index))
      problems.push(`two ${what} of the experiment are called '${name}'; give each a name.`);
  for (const { name, replicas, weight } of templates) {
    if (replicas !== undefined && !(Number.isInteger(replicas) && replicas >= 1))
      problems.push(`replicas of the experiment's '${name}' is ${replicas}; allowed are whole numbers from 1 on.`);
    if (weight !== undefined && !(Number.isInteger(weight) && weight >= 1 && weight <= 100))
      problems.push(`weight of the experiment's '${name}' is ${weight}; allowed are whole numbers from 1 to 100.`);
  }
  if (!traffic && templates.some(({ weight }) => weight !== undefined))
    problems.push(
      "the weight of an experiment's pods needs traffic routing; state traffic: ArgoTraffic.istio() or the like, or leave weight out.",
    );
  if (!duration && !analyses.some((each) => each.requiredForCompletion))
    problems.push('the experiment never ends; state duration, or requiredForCompletion for an analysis.');
  return problems;
}
