import { compileRe2 } from '../../model/re2';
import { type Parameter, TextParameter } from '../../parameters/parameter';

/** Patterns that JavaScript reads and Go, in which Helm is written, does not. */
export function patternProblems(parameters: readonly Parameter[]): string[] {
  const names = new Map<string, string>();
  for (const parameter of parameters) {
    if (parameter instanceof TextParameter && parameter.pattern !== undefined && !names.has(parameter.pattern)) {
      names.set(parameter.pattern, parameter.name);
    }
  }
  return [...names].flatMap(([pattern, name]) => {
    try {
      compileRe2(pattern);
      return [];
    } catch (error) {
      return [
        `parameter '${name}': Helm cannot read the pattern ${pattern} (${(error as Error).message}); use one without look-around and back-references.`,
      ];
    }
  });
}

/** Helm gives every chart the key `global`, which belongs to the chart that it is a part of. */
export function globalProblems(parameters: readonly Parameter[]): string[] {
  return parameters
    .filter(({ name }) => /^global(\.|$)/.test(name))
    .map(
      ({ name }) =>
        `parameter '${name}': Helm keeps 'global' for what a chart is given by the one that it is a part of; name it otherwise.`,
    );
}
