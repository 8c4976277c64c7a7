import type { EvaluationContext } from './expression';
import type { BooleanParameter, ChoiceParameter, Parameter } from './parameter';

/** The closed union that outputs render: a switch in Helm, a file that exists or not elsewhere. */
export type ConditionTerm =
  | { readonly kind: 'true'; readonly parameter: BooleanParameter }
  | { readonly kind: 'equals'; readonly parameter: ChoiceParameter; readonly value: string }
  | { readonly kind: 'not'; readonly of: ConditionTerm }
  | { readonly kind: 'all'; readonly of: readonly ConditionTerm[] };

/** When an object exists: a switch, a choice, or several of them together. */
export class Condition {
  /** The object exists while the switch is on. */
  public static isTrue(parameter: BooleanParameter): Condition {
    return new Condition({ kind: 'true', parameter });
  }

  /** The object exists while the choice has this value. */
  public static isChosen(parameter: ChoiceParameter, value: string): Condition {
    if (!parameter.choices.includes(value)) {
      throw new Error(`Condition on parameter '${parameter.name}': '${value}' is not among its choices ${parameter.choices.join(', ')}.`);
    }
    return new Condition({ kind: 'equals', parameter, value });
  }

  /** @internal */
  public static _of(terms: readonly ConditionTerm[]): Condition {
    const [only] = terms;
    return new Condition(terms.length === 1 && only ? only : { kind: 'all', of: terms });
  }

  /** @internal */
  public readonly _term: ConditionTerm;

  private constructor(term: ConditionTerm) {
    this._term = term;
  }

  /** The object exists exactly when it would not have. */
  public not(): Condition {
    return new Condition({ kind: 'not', of: this._term });
  }

  /** The object exists when both hold. */
  public and(other: Condition): Condition {
    return new Condition({ kind: 'all', of: [this._term, other._term] });
  }

  /** @internal */
  public _holds(context: EvaluationContext): boolean {
    return holds(this._term, context);
  }

  /** @internal */
  public _parameters(): Parameter[] {
    return parametersOf(this._term);
  }
}

function holds(term: ConditionTerm, context: EvaluationContext): boolean {
  switch (term.kind) {
    case 'true':
      return term.parameter._evaluate(context) === true;
    case 'equals':
      return term.parameter._evaluate(context) === term.value;
    case 'not':
      return !holds(term.of, context);
    case 'all':
      return term.of.every((each) => holds(each, context));
  }
}

function parametersOf(term: ConditionTerm): Parameter[] {
  switch (term.kind) {
    case 'true':
    case 'equals':
      return [term.parameter];
    case 'not':
      return parametersOf(term.of);
    case 'all':
      return term.of.flatMap(parametersOf);
  }
}
