import type { NumberParameter } from '../parameters/parameter';
import type { Destination } from './destination';
import type { Route } from './route';

/** Why the weights of a route do not make up the whole of the requests in every environment. */
export function splitProblems({ destinations, _parts: { mirrors = [] } }: Route): string[] {
  if (destinations.length === 0) return [];
  const rests = destinations.filter(({ percent }) => percent === undefined);
  const problems = [
    ...twice(destinations),
    ...(rests.length > 1 ? [`${rests.length} destinations take the rest; one can: ${names(rests)}.`] : []),
  ];
  const versions = new Set(destinations.map(({ version }) => version));
  for (const { version } of mirrors) {
    if (versions.size === 1 && versions.has(version))
      problems.push(`version '${version.name}' is mirrored to itself: each of its requests would come twice; mirror to another version.`);
  }
  return [...problems, ...(rests.length === 0 ? withoutRest(destinations) : withRest(destinations))];
}

function withoutRest(destinations: readonly Destination[]): string[] {
  const parameters = parametersOf(destinations);
  if (parameters.length > 0)
    return [
      `the weight of ${parameters.map(({ name }) => `'${name}'`).join(', ')} varies and no destination takes the rest; write ${destinations[0].version.name}.rest().`,
    ];
  const sum = fixedOf(destinations);
  return sum === 100
    ? []
    : [
        `the weights of ${names(destinations)} add up to ${sum}, not to 100; correct them, or let one version take the rest: ${destinations[0].version.name}.rest().`,
      ];
}

function withRest(destinations: readonly Destination[]): string[] {
  const fixed = fixedOf(destinations);
  const parameters = parametersOf(destinations);
  const most = parameters.reduce((sum, { max }) => sum + (max ?? 100), fixed);
  if (most <= 100) return [];
  if (parameters.length === 0)
    return [`the weights of ${names(destinations)} add up to ${fixed}, more than 100; nothing is left for the rest.`];
  const bounds = parameters.map(({ name, max }) => `'${name}' up to ${max ?? 100}`).join(', ');
  const share = Math.max(0, Math.floor((100 - fixed) / parameters.length));
  return [
    `weights may add up to ${most}, more than 100 (${bounds}${fixed > 0 ? `, fixed ${fixed}` : ''}); bound the parameters, for example max: ${share}.`,
  ];
}

function twice(destinations: readonly Destination[]): string[] {
  const versions = destinations.map(({ version }) => version);
  const again = versions.filter((version, index) => versions.indexOf(version) < index);
  return [...new Set(again)].map(({ name }) => `version '${name}' is a destination twice; add its weights up.`);
}

function fixedOf(destinations: readonly Destination[]): number {
  return destinations.reduce((sum, { percent }) => (typeof percent === 'number' ? sum + percent : sum), 0);
}

function parametersOf(destinations: readonly Destination[]): NumberParameter[] {
  return destinations.flatMap(({ percent }) => (typeof percent === 'object' ? [percent] : []));
}

function names(destinations: readonly Destination[]): string {
  return destinations.map(({ version }) => version.name).join(', ');
}
