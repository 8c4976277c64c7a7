import {
  BooleanParameter,
  ChoiceParameter,
  ListParameter,
  MapParameter,
  NumberParameter,
  type Parameter,
  ParameterType,
  TextParameter,
} from './parameter';

/** A parameter as plain data: what passes from an app's process to the command. */
export interface ParameterData {
  readonly name: string;
  readonly type: ParameterType;
  readonly defaultValue: unknown;
  readonly description?: string;
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  readonly choices?: readonly string[];
}

export function dataOf(parameter: Parameter): ParameterData {
  const { name, type, defaultValue, description } = parameter;
  return {
    name,
    type,
    defaultValue,
    description,
    ...(parameter instanceof NumberParameter ? { min: parameter.min, max: parameter.max } : {}),
    ...(parameter instanceof TextParameter ? { pattern: parameter.pattern } : {}),
    ...(parameter instanceof ChoiceParameter ? { choices: parameter.choices } : {}),
  };
}

export function parameterOf({ name, type, defaultValue, description, min, max, pattern, choices = [] }: ParameterData): Parameter {
  switch (type) {
    case ParameterType.INTEGER:
    case ParameterType.PERCENT:
    case ParameterType.NUMBER:
      return new NumberParameter(name, type, { defaultValue: defaultValue as number, description, min, max });
    case ParameterType.BOOLEAN:
      return new BooleanParameter(name, { defaultValue: defaultValue as boolean, description });
    case ParameterType.CHOICE:
      return new ChoiceParameter(name, { defaultValue: defaultValue as string, description, choices: [...choices] });
    case ParameterType.STRING_LIST:
      return new ListParameter(name, { defaultValue: defaultValue as string[], description });
    case ParameterType.STRING_MAP:
      return new MapParameter(name, { defaultValue: defaultValue as { [key: string]: string }, description });
    default:
      return new TextParameter(name, type, { defaultValue: defaultValue as string, description, pattern });
  }
}
