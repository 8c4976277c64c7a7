import { requireShape } from '../shapes/shapes';
import { type EvaluationContext, Expression } from './expression';

/** What a parameter holds. It decides the JSON Schema of the value, and how each output writes it. */
export enum ParameterType {
  /** A whole number. */
  INTEGER = 'integer',
  /** A whole number from 0 to 100: the share of requests that a version takes. */
  PERCENT = 'percent',
  /** Any finite number. */
  NUMBER = 'number',
  /** A text. */
  STRING = 'string',
  /** The tag of a container image: up to 128 characters of letters, digits, `_`, `.` and `-`. */
  IMAGE_TAG = 'image-tag',
  /** A Kubernetes quantity: `250m`, `64Mi`. */
  QUANTITY = 'quantity',
  /** A duration as Go writes it: `30s`, `1m30s`. */
  DURATION = 'duration',
  /** True or false: switches resources and whole strategies. */
  BOOLEAN = 'boolean',
  /** One of a fixed list of texts. */
  CHOICE = 'choice',
  /** A list of texts. */
  STRING_LIST = 'string-list',
  /** Texts by name. */
  STRING_MAP = 'string-map',
}

/** What every parameter can state. */
export interface ParameterOptions {
  /** What the value is for, in one sentence: the comment in `values.yaml`, the description in the JSON Schema. Default: none. */
  readonly description?: string;
}

export interface NumberParameterProps extends ParameterOptions {
  readonly defaultValue: number;
  /** The smallest value allowed. Default: none (0 for a percentage). */
  readonly min?: number;
  /** The largest value allowed. Default: none (100 for a percentage). */
  readonly max?: number;
}

export interface TextParameterProps extends ParameterOptions {
  readonly defaultValue: string;
  /** A regular expression (as JSON Schema takes it) that the whole value must match. Default: what the type demands. */
  readonly pattern?: string;
}

export interface BooleanParameterProps extends ParameterOptions {
  readonly defaultValue: boolean;
}

export interface ChoiceParameterProps extends ParameterOptions {
  readonly defaultValue: string;
  /** All values allowed, in the order in which they are listed for the user. */
  readonly choices: string[];
}

export interface ListParameterProps extends ParameterOptions {
  readonly defaultValue: string[];
}

export interface MapParameterProps extends ParameterOptions {
  readonly defaultValue: { [key: string]: string };
}

/**
 * A value that varies between environments. Its name is a path (`reviews.v2.weight`) that becomes `.Values.reviews.v2.weight` in a Helm
 * chart and a key in `environments/<name>.yaml`. It stands wherever a plain value stands, also inside strings.
 */
export abstract class Parameter extends Expression {
  /** A whole number, for example of replicas. */
  public static integer(name: string, props: NumberParameterProps): NumberParameter {
    requireShape('NumberParameterProps', props, `Parameter '${name}'`);
    return new NumberParameter(name, ParameterType.INTEGER, props);
  }
  /** A whole number from 0 to 100. */
  public static percent(name: string, props: NumberParameterProps): NumberParameter {
    requireShape('NumberParameterProps', props, `Parameter '${name}'`);
    return new NumberParameter(name, ParameterType.PERCENT, { ...props, min: props.min ?? 0, max: props.max ?? 100 });
  }
  /** A number with decimals. */
  public static number(name: string, props: NumberParameterProps): NumberParameter {
    requireShape('NumberParameterProps', props, `Parameter '${name}'`);
    return new NumberParameter(name, ParameterType.NUMBER, props);
  }
  /** A text. */
  public static string(name: string, props: TextParameterProps): TextParameter {
    requireShape('TextParameterProps', props, `Parameter '${name}'`);
    return new TextParameter(name, ParameterType.STRING, props);
  }
  /** The tag of an image: `` image: `shop/reviews:${Parameter.imageTag('reviews.v2.tag', { defaultValue: '2.0.1' })}` ``. */
  public static imageTag(name: string, props: TextParameterProps): TextParameter {
    requireShape('TextParameterProps', props, `Parameter '${name}'`);
    return new TextParameter(name, ParameterType.IMAGE_TAG, props);
  }
  /** A Kubernetes quantity, for example a memory limit. */
  public static quantity(name: string, props: TextParameterProps): TextParameter {
    requireShape('TextParameterProps', props, `Parameter '${name}'`);
    return new TextParameter(name, ParameterType.QUANTITY, props);
  }
  /** A duration, for example the interval of an analysis. */
  public static duration(name: string, props: TextParameterProps): TextParameter {
    requireShape('TextParameterProps', props, `Parameter '${name}'`);
    return new TextParameter(name, ParameterType.DURATION, props);
  }
  /** A switch. */
  public static boolean(name: string, props: BooleanParameterProps): BooleanParameter {
    requireShape('BooleanParameterProps', props, `Parameter '${name}'`);
    return new BooleanParameter(name, props);
  }
  /** One of several texts. */
  public static choice(name: string, props: ChoiceParameterProps): ChoiceParameter {
    requireShape('ChoiceParameterProps', props, `Parameter '${name}'`);
    return new ChoiceParameter(name, props);
  }
  /** A list of texts, for example hosts. */
  public static stringList(name: string, props: ListParameterProps): ListParameter {
    requireShape('ListParameterProps', props, `Parameter '${name}'`);
    return new ListParameter(name, props);
  }
  /** Texts by name, for example node labels. */
  public static stringMap(name: string, props: MapParameterProps): MapParameter {
    requireShape('MapParameterProps', props, `Parameter '${name}'`);
    return new MapParameter(name, props);
  }

  /** @internal */
  public readonly _kind = 'parameter';
  /** What the value is for. */
  public readonly description?: string;

  /** The value of environments that state none. */
  public readonly defaultValue: unknown;

  protected constructor(
    /** The path by which environments and Helm name it: segments of letters, digits and `-`, joined by dots. */
    public readonly name: string,
    public readonly type: ParameterType,
    defaultValue: unknown,
    options: ParameterOptions,
  ) {
    super();
    this.defaultValue = defaultValue;
    this.description = options.description;
    if (!/^[A-Za-z][A-Za-z0-9-]*(\.[A-Za-z0-9][A-Za-z0-9-]*)*$/.test(name)) {
      throw new Error(
        `Parameter '${name}': a name is a path of segments joined by dots, such as 'reviews.v2.weight'; a segment holds letters, digits and '-', and the first starts with a letter.`,
      );
    }
  }

  /** @internal */
  public _evaluate(context: EvaluationContext): unknown {
    return context.values.has(this.name) ? context.values.get(this.name) : this.defaultValue;
  }
}

/** A number that varies. */
export class NumberParameter extends Parameter {
  /** The smallest value allowed. */
  public readonly min?: number;
  /** The largest value allowed. */
  public readonly max?: number;

  /** Use `Parameter.integer`, `Parameter.percent` or `Parameter.number`. */
  public constructor(name: string, type: ParameterType, props: NumberParameterProps) {
    super(name, type, props.defaultValue, props);
    this.min = props.min;
    this.max = props.max;
    const { defaultValue, min, max } = props;
    if (!Number.isFinite(defaultValue) || (type !== ParameterType.NUMBER && !Number.isInteger(defaultValue))) {
      throw new Error(
        `Parameter '${name}': the default ${defaultValue} is not ${type === ParameterType.NUMBER ? 'a finite' : 'a whole'} number.`,
      );
    }
    for (const [what, value] of Object.entries({ default: defaultValue, min, max })) {
      if (value !== undefined && Math.abs(value) > Number.MAX_SAFE_INTEGER) {
        throw new Error(
          `Parameter '${name}': the ${what} ${value} is beyond 2^53, where programs that read it, Helm among them, change numbers.`,
        );
      }
    }
    if ((min !== undefined && defaultValue < min) || (max !== undefined && defaultValue > max)) {
      throw new Error(`Parameter '${name}': the default ${defaultValue} lies outside its bounds ${min ?? '-∞'} to ${max ?? '∞'}.`);
    }
  }
}

/** A text that varies. */
export class TextParameter extends Parameter {
  /** The regular expression that a value must match. */
  public readonly pattern?: string;

  /** Use `Parameter.string`, `Parameter.imageTag`, `Parameter.quantity` or `Parameter.duration`. */
  public constructor(name: string, type: ParameterType, props: TextParameterProps) {
    super(name, type, props.defaultValue, props);
    this.pattern = props.pattern ?? PATTERNS[type];
    if (this.pattern && !compiled(name, this.pattern).test(props.defaultValue)) {
      throw new Error(`Parameter '${name}': the default '${props.defaultValue}' does not match ${this.pattern}, which a ${type} must.`);
    }
  }
}

/** A switch that varies. */
export class BooleanParameter extends Parameter {
  /** Use `Parameter.boolean`. */
  public constructor(name: string, props: BooleanParameterProps) {
    super(name, ParameterType.BOOLEAN, props.defaultValue, props);
  }
}

/** One of several texts. */
export class ChoiceParameter extends Parameter {
  /** All values allowed. */
  public readonly choices: string[];

  /** Use `Parameter.choice`. */
  public constructor(name: string, props: ChoiceParameterProps) {
    super(name, ParameterType.CHOICE, props.defaultValue, props);
    this.choices = [...props.choices];
    if (!this.choices.includes(props.defaultValue)) {
      throw new Error(`Parameter '${name}': the default '${props.defaultValue}' is not among its choices ${this.choices.join(', ')}.`);
    }
  }
}

/** A list of texts that varies. */
export class ListParameter extends Parameter {
  /** Use `Parameter.stringList`. */
  public constructor(name: string, props: ListParameterProps) {
    super(name, ParameterType.STRING_LIST, [...props.defaultValue], props);
  }
}

/** Texts by name that vary. */
export class MapParameter extends Parameter {
  /** Use `Parameter.stringMap`. */
  public constructor(name: string, props: MapParameterProps) {
    super(name, ParameterType.STRING_MAP, { ...props.defaultValue }, props);
  }
}

function compiled(name: string, pattern: string): RegExp {
  try {
    return new RegExp(pattern, 'u');
  } catch (error) {
    throw new Error(`Parameter '${name}': the pattern ${pattern} is no regular expression: ${(error as Error).message}`);
  }
}

const PATTERNS: { readonly [type: string]: string | undefined } = {
  [ParameterType.IMAGE_TAG]: '^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$',
  [ParameterType.QUANTITY]: '^[+-]?[0-9]{1,18}(\\.[0-9]{1,18})?([eE][+-]?[0-9]{1,2}|[numkMGTPE]|[KMGTPE]i)?$',
  [ParameterType.DURATION]: '^([0-9]+(\\.[0-9]+)?(ms|s|m|h))+$',
};
