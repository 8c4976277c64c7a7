import type { ParameterValues } from '../expression';
import type { Share, Steering } from './steering';

/** Values that are complete: every parameter, its default included. */
export type AllValues = ParameterValues;

/** The share of requests of each version, in the order of the route. */
export function percentages(shares: readonly Share[], values: AllValues): Map<string, number> {
  const result = new Map<string, number>();
  const value = (parameter: string) => Number(values.get(parameter) ?? 0);
  for (const { version, weight } of shares) {
    const percent =
      weight.kind === 'fixed'
        ? weight.percent
        : weight.kind === 'parameter'
          ? value(weight.parameter)
          : weight.parameters.reduce((rest, parameter) => rest - value(parameter), 100 - weight.fixed);
    result.set(version, (result.get(version) ?? 0) + percent);
  }
  return result;
}

/** What a change of values does to the versions of services: `review: v1 100 % -> 80 %, v2 0 % -> 20 %`. */
export function effectOf(steerings: readonly Steering[], before: AllValues, after: AllValues): string[] {
  const sentences = steerings.flatMap((steering) => {
    if (steering.kind === 'choice') {
      const [from, to] = [before.get(steering.parameter), after.get(steering.parameter)];
      return from === to ? [] : [`${steering.service}: ${from} -> ${to}`];
    }
    const from = percentages(steering.shares, before);
    const to = percentages(steering.shares, after);
    const changes = [...from].map(([version, percent]) => ({ version, percent, now: to.get(version) ?? 0 }));
    if (changes.every(({ percent, now }) => percent === now)) return [];
    const words = changes.map(({ version, percent, now }) =>
      percent === now ? `${version} stays at ${now} %` : `${version} ${percent} % -> ${now} %`,
    );
    return [`${steering.service}: ${words.join(', ')}`];
  });
  return [...new Set(sentences)];
}

/** Splits of which the stated weights exceed 100. */
export function overfullSplits(steerings: readonly Steering[], values: AllValues): string[] {
  return steerings.flatMap((steering) => {
    if (steering.kind !== 'split') return [];
    const under = [...percentages(steering.shares, values)].find(([, percent]) => percent < 0);
    return under ? [`${steering.service}: that leaves ${under[1]} % for ${under[0]}; lower another version by at least ${-under[1]}.`] : [];
  });
}
