/** How a text is compared: becomes `exact`, `prefix` or `regex` of an Istio StringMatch. */
export type TextCondition =
  | { readonly exact: string }
  | { readonly prefix: string }
  | { readonly regex: string }
  | { readonly present: true };

/** What one request must look like: all that is stated in one match must hold. Several matches of a route are alternatives. */
export class Match {
  /** A condition on a header; names are compared without regard to case, values with. */
  public static header(name: string): HeaderCondition {
    return new HeaderCondition(name);
  }

  /** @internal */
  public static _of(parts: MatchParts): Match {
    return new Match(parts);
  }

  /** @internal */
  public readonly _parts: MatchParts;

  private constructor(parts: unknown) {
    this._parts = parts as MatchParts;
  }

  /** What this match and the other demand together: all of it must hold. */
  public and(other: Match): Match {
    return new Match({ headers: { ...this._parts.headers, ...other._parts.headers } });
  }
}

/** The conditions of one match. */
export interface MatchParts {
  readonly headers?: { readonly [name: string]: TextCondition };
}

/** The second half of a condition on a header: how its value is compared. */
export class HeaderCondition {
  /** Use `Match.header`. */
  public constructor(private readonly name: string) {}

  /** The value is exactly this. */
  public exact(value: string): Match {
    return this.with({ exact: value });
  }

  /** The value begins with this. */
  public prefix(value: string): Match {
    return this.with({ prefix: value });
  }

  /** The whole value matches this RE2 expression. */
  public regex(expression: string): Match {
    return this.with({ regex: expression });
  }

  /** The header is there, whatever its value. */
  public present(): Match {
    return this.with({ present: true });
  }

  private with(condition: TextCondition): Match {
    return Match._of({ headers: { [this.name]: condition } });
  }
}
