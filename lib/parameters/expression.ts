import { textMarker, valueMarker } from './token';

/** Values of parameters by name, as an environment states them; a name that is absent takes the parameter's default. */
export type ParameterValues = ReadonlyMap<string, unknown>;

/** What evaluating an expression may look at. */
export interface EvaluationContext {
  readonly values: ParameterValues;
  /** The name of the installation where a fixed one is needed (Helm knows its own). */
  readonly releaseName?: string;
}

/**
 * A value that is decided later: by an environment, by Helm, or by the other weights of a split. It may stand wherever a plain value stands.
 *
 * The kinds are a closed union (`parameter`, `text`, `rest`, `release-name`): each output says how it writes each of them.
 */
export abstract class Expression {
  /**
   * Which of the closed union this is.
   * @internal
   */
  public abstract readonly _kind: 'parameter' | 'text' | 'rest' | 'release-name';

  /**
   * The plain value for given parameters.
   * @internal
   */
  public abstract _evaluate(context: EvaluationContext): unknown;

  /**
   * The value that all defaults give. cdk8s asks for it when an app is synthesized without this library's outputs.
   */
  public resolve(): unknown {
    return this._evaluate({ values: new Map() });
  }

  /**
   * A placeholder that keeps the expression alive inside a string: `` `shop/reviews:${tag}` ``. It is turned back into the expression when
   * manifests are made; a number becomes text, as it does in every string.
   */
  public toString(): string {
    return textMarker(this);
  }

  /**
   * A placeholder for the value itself, where only plain data can pass.
   * @internal
   */
  public _placeholder(): string {
    return valueMarker(this);
  }
}

export function isExpression(value: unknown): value is Expression {
  return value instanceof Expression;
}
