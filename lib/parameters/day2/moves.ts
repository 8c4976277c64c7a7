import { type AllValues, percentages } from './effect';
import type { Share, Steering } from './steering';

/** New values by the names of their parameters, or why there are none. */
export type Move = { readonly values: ReadonlyMap<string, unknown> } | { readonly problem: string };

type Split = Extract<Steering, { kind: 'split' }>;

/** Gives versions the weights asked for; what takes the rest follows. */
export function shift(steerings: readonly Steering[], service: string, wanted: ReadonlyMap<string, number>, now: AllValues): Move {
  const splits = splitsOf(steerings, service);
  if (splits.length === 0) return { problem: noSplit(steerings, service) };
  const values = new Map<string, unknown>();
  for (const [version, percent] of wanted) {
    const shares = splits.flatMap((split) => split.shares.filter((share) => isCalled(share, version)));
    if (shares.length === 0) {
      const known = [...new Set(splits.flatMap((split) => split.shares.map((share) => share.version)))];
      return { problem: `${service} has no version '${version}' in its split; it has ${known.join(', ')}.` };
    }
    for (const { weight } of shares) {
      if (weight.kind === 'parameter') values.set(weight.parameter, percent);
      else if (weight.kind === 'fixed' && weight.percent !== percent) {
        return { problem: `the weight of ${version} is ${weight.percent} in the app's code; make it a Parameter.percent to move it.` };
      } else if (weight.kind === 'rest') {
        const free = weight.parameters.filter((parameter) => !values.has(parameter));
        const [only] = free;
        if (wanted.size > 1) continue;
        if (only === undefined || free.length > 1) {
          return { problem: `${version} takes what the others leave; state their weights: ${weight.parameters.join(', ')}.` };
        }
        const others = weight.parameters.reduce((sum, parameter) => sum + Number(values.get(parameter) ?? 0), 0);
        values.set(only, 100 - weight.fixed - others - percent);
      }
    }
  }
  return unmet(splits, wanted, new Map([...now, ...values])) ?? { values };
}

/** Weights that were asked for and do not come about, because together they are not what there is to give. */
function unmet(splits: readonly Split[], wanted: ReadonlyMap<string, number>, values: AllValues): Move | undefined {
  for (const { shares } of splits) {
    const percent = percentages(shares, values);
    for (const share of shares) {
      const asked = wanted.get(share.version) ?? (share.alias === undefined ? undefined : wanted.get(share.alias));
      const given = percent.get(share.version);
      if (asked !== undefined && asked !== given)
        return { problem: `${share.version} would get ${given} %, not ${asked} %: a split adds up to 100.` };
    }
  }
  return undefined;
}

/** Sends everything to the next version: the new one of a split, or the next of a choice. */
export function promote(steerings: readonly Steering[], service: string, values: AllValues): Move {
  const splits = splitsOf(steerings, service);
  if (splits.length > 0) return movesOf(splits, (split) => allTo(split, newVersion(split, values)));
  return chooseBeside(steerings, service, values, 1);
}

/** Sends everything back to the version that takes the rest, or chooses the one before. */
export function rollback(steerings: readonly Steering[], service: string, values: AllValues): Move {
  const splits = splitsOf(steerings, service);
  if (splits.length > 0) return movesOf(splits, (split) => allTo(split, oldVersion(split)));
  return chooseBeside(steerings, service, values, -1);
}

function movesOf(splits: readonly Split[], move: (split: Split) => Map<string, unknown>): Move {
  return { values: new Map(splits.flatMap((split) => [...move(split)])) };
}

/** The one that takes the rest, or else the first. */
function oldVersion({ shares }: Split): string {
  return (shares.find(({ weight }) => weight.kind === 'rest') ?? shares[0])?.version ?? '';
}

/** Of those that are not the old one: the one with the most requests, or else the last. */
function newVersion(split: Split, values: AllValues): string {
  const old = oldVersion(split);
  const others = [...percentages(split.shares, values)].filter(([version]) => version !== old);
  const most = Math.max(...others.map(([, percent]) => percent));
  return others.filter(([, percent]) => percent === most).at(-1)?.[0] ?? old;
}

function allTo({ shares }: Split, version: string): Map<string, unknown> {
  const fixed = shares.reduce((sum, { weight }) => (weight.kind === 'fixed' ? sum + weight.percent : sum), 0);
  return new Map(
    shares.flatMap((share): [string, unknown][] =>
      share.weight.kind === 'parameter' ? [[share.weight.parameter, share.version === version ? 100 - fixed : 0]] : [],
    ),
  );
}

function chooseBeside(steerings: readonly Steering[], service: string, values: AllValues, step: 1 | -1): Move {
  const choices = steerings.filter((each) => each.kind === 'choice' && each.service === service) as Extract<Steering, { kind: 'choice' }>[];
  const parameters = new Set(choices.map(({ parameter }) => parameter));
  const [choice] = choices;
  if (!choice) return { problem: noSteering(steerings, service) };
  if (parameters.size > 1)
    return { problem: `${service} is steered by ${[...parameters].join(' and ')}; change one with 'progressive set'.` };
  const now = choice.versions.indexOf(String(values.get(choice.parameter)));
  const next = choice.versions[now + step];
  if (next !== undefined) return { values: new Map([[choice.parameter, next]]) };
  const end = step === 1 ? 'last' : 'first';
  return { problem: `${service} is at ${choice.versions[now]}, the ${end} of its versions (${choice.versions.join(', ')}).` };
}

function splitsOf(steerings: readonly Steering[], service: string): Split[] {
  return steerings.filter((each): each is Split => each.kind === 'split' && each.service === service);
}

function isCalled({ version, alias }: Share, name: string): boolean {
  return version === name || alias === name;
}

function noSplit(steerings: readonly Steering[], service: string): string {
  const choice = steerings.find((each) => each.kind === 'choice' && each.service === service);
  return choice
    ? `${service} runs one version at a time: use 'progressive promote ${service}' or 'progressive rollback ${service}'.`
    : noSteering(steerings, service);
}

function noSteering(steerings: readonly Steering[], service: string): string {
  const known = [...new Set(steerings.map((each) => each.service))];
  const list = known.length > 0 ? `there are ${known.join(', ')}` : 'no service has one';
  return `no parameter decides between versions of a service '${service}'; ${list}.`;
}
