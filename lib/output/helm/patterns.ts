import { RE2JS } from 're2js';
import { type Parameter, TextParameter } from '../../parameters/parameter';

/** Patterns that JavaScript reads and Go, in which Helm is written, does not. */
export function patternProblems(parameters: readonly Parameter[]): string[] {
  return parameters.flatMap((parameter) => {
    if (!(parameter instanceof TextParameter) || parameter.pattern === undefined) return [];
    try {
      RE2JS.compile(parameter.pattern);
      return [];
    } catch (error) {
      return [
        `parameter '${parameter.name}': Helm cannot read the pattern ${parameter.pattern} (${(error as Error).message}); use one without look-around and back-references.`,
      ];
    }
  });
}
