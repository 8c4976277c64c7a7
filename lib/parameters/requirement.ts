import { ChoiceParameter, NumberParameter, type Parameter, ParameterType, TextParameter } from './parameter';

/** What a value of the parameter must be, in words that follow "must be" and stand in comments: `a whole number from 0 to 100`. */
export function requirementOf(parameter: Parameter): string {
  switch (parameter.type) {
    case ParameterType.INTEGER:
    case ParameterType.PERCENT:
      return `a whole number${rangeOf(parameter)}`;
    case ParameterType.NUMBER:
      return `a number${rangeOf(parameter)}`;
    case ParameterType.BOOLEAN:
      return 'true or false';
    case ParameterType.CHOICE:
      return `one of ${parameter instanceof ChoiceParameter ? parameter.choices.join(', ') : ''}`;
    case ParameterType.STRING_LIST:
      return 'a list of texts';
    case ParameterType.STRING_MAP:
      return 'a map of texts, with keys that are not empty';
    case ParameterType.IMAGE_TAG:
      return "an image tag: up to 128 letters, digits, '_', '.' and '-'";
    case ParameterType.QUANTITY:
      return 'a quantity such as 250m or 64Mi';
    case ParameterType.DURATION:
      return 'a duration such as 30s or 1m30s';
    default: {
      const pattern = parameter instanceof TextParameter ? parameter.pattern : undefined;
      return pattern === undefined ? 'a text' : `a text that matches ${pattern}`;
    }
  }
}

function rangeOf(parameter: Parameter): string {
  const { min, max } = parameter instanceof NumberParameter ? parameter : { min: undefined, max: undefined };
  if (min !== undefined && max !== undefined) return ` from ${min} to ${max}`;
  if (min !== undefined) return ` of at least ${min}`;
  return max === undefined ? '' : ` of at most ${max}`;
}
