import { type Expression, isExpression } from '../../parameters/expression';
import { ChoiceParameter, type Parameter, ParameterType } from '../../parameters/parameter';
import type { RestExpression } from '../../parameters/rest';
import type { TextExpression } from '../../parameters/text';
import { emitText, quoteString } from '../emit';
import { valuesArgument, valuesPath } from './values-path';

/** A literal part of a template: Helm would evaluate what stands in double braces. */
export function escapeBraces(text: string): string {
  return text.includes('{{') ? text.replaceAll('{{', '{{ `{{` }}') : text;
}

/** Writes expressions as `{{ ... }}`, typed and quoted so that no valid value can become anything but the value of its field. */
export class LiveWriter {
  /** Whether some split needs the helper that watches over its sum. */
  public usesRest = false;

  /** @param app The chart, in whose name helpers are defined. */
  public constructor(private readonly app: string) {}

  /** Where the whole scalar is an expression. */
  public expression(expression: Expression, indent: number): string {
    switch (expression._kind) {
      case 'parameter':
        return wholeParameter(expression as Parameter, indent);
      case 'text':
        return this.text(flatParts(expression as TextExpression), indent);
      case 'rest':
        return `{{ ${this.rest(expression as RestExpression)} }}`;
      case 'release-name':
        return '{{ .Release.Name | quote }}';
    }
  }

  /** The characters of an expression, in a text that is no YAML. */
  public bare(expression: Expression): string {
    const parts = expression._kind === 'text' ? flatParts(expression as TextExpression) : [expression];
    return parts.map((part) => (typeof part === 'string' ? escapeBraces(part) : `{{ ${this.pipeline(part)} }}`)).join('');
  }

  private rest({ fixed, parameters }: RestExpression): string {
    const left = 100 - fixed;
    const most = parameters.reduce((sum, { max }) => sum + (max ?? Number.POSITIVE_INFINITY), 0);
    const values = parameters.map(({ name }) => valuesArgument(name));
    if (most <= left) return `sub ${left} ${values.length === 1 ? values[0] : `(add ${values.join(' ')})`}`;
    this.usesRest = true;
    const names = parameters.map(({ name }) => name).join(' + ');
    return `include "${this.app}.rest" (dict "of" ${left} "names" "${names}" "weights" (list ${values.join(' ')}))`;
  }

  private text(parts: readonly (string | Expression)[], indent: number): string {
    if (!parts.every(isHarmless)) return this.printf(parts);
    const marked = markedText(parts);
    const text = marked.text.includes('\n') ? emitText(marked.text, indent) : quoteString(marked.text);
    const live = parts.filter(isExpression);
    const pieces = text.split(marked.mark).map(escapeBraces);
    return pieces.map((piece, index) => (live[index] ? `${closed(piece)}{{ ${this.pipeline(live[index])} }}` : piece)).join('');
  }

  private printf(parts: readonly (string | Expression)[]): string {
    const format = parts.map((part) => (typeof part === 'string' ? part.replaceAll('%', '%%') : '%v')).join('');
    const values = parts.filter(isExpression).map((part) => argumentOf(this.pipeline(part)));
    return `{{ printf ${JSON.stringify(format)} ${values.join(' ')} | quote }}`;
  }

  /** An expression inside a text: what gives its characters. */
  private pipeline(expression: Expression): string {
    if (expression._kind === 'rest') return this.rest(expression as RestExpression);
    if (expression._kind === 'release-name') return '.Release.Name';
    const parameter = expression as Parameter;
    const filter = FILTERS[parameter.type];
    return filter ? `${valuesPath(parameter.name)} | ${filter}` : valuesPath(parameter.name);
  }
}

/** Helm reads every number as a floating-point one, and would print a large one as 1e+06. */
const FILTERS: { readonly [type in ParameterType]?: string } = {
  [ParameterType.INTEGER]: 'int',
  [ParameterType.PERCENT]: 'int',
  [ParameterType.NUMBER]: 'toJson',
};

function wholeParameter(parameter: Parameter, indent: number): string {
  const path = valuesPath(parameter.name);
  switch (parameter.type) {
    case ParameterType.STRING_LIST:
    case ParameterType.STRING_MAP:
      return `{{- toYaml ${valuesArgument(parameter.name)} | nindent ${indent} }}`;
    case ParameterType.BOOLEAN:
      return `{{ ${path} }}`;
    default:
      return `{{ ${path} | ${FILTERS[parameter.type] ?? 'quote'} }}`;
  }
}

/** Whether no valid value can hold a quote, a backslash, a line break or anything else that means something within double quotes. */
function isHarmless(part: string | Expression): boolean {
  if (typeof part === 'string' || part._kind !== 'parameter') return true;
  const parameter = part as Parameter;
  if (parameter instanceof ChoiceParameter) return parameter.choices.every((choice) => /^[\w.:/@+-]+$/.test(choice));
  return parameter.type !== ParameterType.STRING;
}

function flatParts(expression: TextExpression): (string | Expression)[] {
  return expression.parts.flatMap((part) => (isExpression(part) && part._kind === 'text' ? flatParts(part as TextExpression) : [part]));
}

/** The text with the same mark in place of every expression: a mark that the text does not hold otherwise. */
function markedText(parts: readonly (string | Expression)[]): { text: string; mark: string } {
  const literals = parts.filter((part) => typeof part === 'string').join('');
  let mark = '@@';
  while (literals.includes(mark)) mark += '@';
  mark = `.${mark}.`;
  return { text: parts.map((part) => (typeof part === 'string' ? part : mark)).join(''), mark };
}

/** A brace right before an action would become part of its opening braces. */
function closed(piece: string): string {
  return piece.endsWith('{') ? `${piece.slice(0, -1)}{{ \`{\` }}` : piece;
}

function argumentOf(pipeline: string): string {
  return /^\.[\w.]+$/.test(pipeline) ? pipeline : `(${pipeline})`;
}
