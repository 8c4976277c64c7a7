import { nearestName } from '../../check/schema/nearest';
import { type Parameter, ParameterType } from '../../parameters/parameter';
import { requirementOf } from '../../parameters/requirement';
import { oneApp, parametricApps } from '../apps';
import { changeValues } from '../change';
import { assignments, type ChangeCommandOptions, changeCommandLine } from '../change-options';
import { type CliCommand, runCommandLine, UsageError } from '../command';

/** `progressive set`: one value in an environment's file. */
export const setCommand: CliCommand = {
  summary: "change a value in an environment's file",
  run(args, io) {
    const command = changeCommandLine(
      'set',
      "Changes values in an environment's file, keeps its comments, and says what the change does.",
      'progressive set review.v2.tag=2.1.0 -e staging',
    ).argument('<name=value...>', 'parameters and their new values');
    return runCommandLine(command, args, io, async () => {
      const options = command.opts<ChangeCommandOptions>();
      const wanted = assignments(command.args);
      const apps = await parametricApps(options, io);
      const names = [...wanted.keys()];
      const nearest = nearestName(
        names[0] ?? '',
        apps.flatMap(({ parameters }) => parameters.map(({ name }) => name)),
      );
      const app = oneApp(
        apps,
        names.length === 1 ? `parameter '${names[0]}'` : `app with the parameters ${names.join(', ')}`,
        ({ parameters }) => names.every((name) => parameters.some((parameter) => parameter.name === name)),
        nearest && nearest !== names[0] ? `did you mean '${nearest}'?` : "'progressive parameters' lists them.",
      );
      const values = [...wanted].map(([name, text]): [string, unknown] => {
        const parameter = app.parameters.find((each) => each.name === name) as Parameter;
        return [name, valueOf(parameter, text)];
      });
      return changeValues(app, new Map(values), options, io);
    });
  },
};

/** The value that a text on the command line stands for. */
function valueOf(parameter: Parameter, text: string): unknown {
  switch (parameter.type) {
    case ParameterType.INTEGER:
    case ParameterType.PERCENT:
    case ParameterType.NUMBER:
      if (text.trim() === '' || !Number.isFinite(Number(text))) throw wrong(parameter, text);
      return Number(text);
    case ParameterType.BOOLEAN:
      if (text !== 'true' && text !== 'false') throw wrong(parameter, text);
      return text === 'true';
    case ParameterType.STRING_LIST:
      return text.startsWith('[') ? fromJson(parameter, text) : text === '' ? [] : text.split(',');
    case ParameterType.STRING_MAP:
      return fromJson(parameter, text);
    default:
      return text;
  }
}

function fromJson(parameter: Parameter, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(
      `'${parameter.name}' is ${requirementOf(parameter)}: state it as JSON, such as ${parameter.type === ParameterType.STRING_MAP ? `'{"key":"value"}'` : `'["a","b"]'`}.`,
    );
  }
}

function wrong(parameter: Parameter, text: string): UsageError {
  return new UsageError(`'${parameter.name}' cannot be '${text}'; it must be ${requirementOf(parameter)}.`);
}
