import { requireShape } from '../shapes/shapes';

/** Where the value of an argument comes from. */
export type ArgumentSource =
  | { readonly value: string }
  | { readonly secret: string; readonly key: string }
  | { readonly fieldPath: string };

/** A value that queries name as `{{args.NAME}}`. */
export class AnalysisArgument {
  /** A fixed value, or a parameter in a text. Flagger: `templateVariables`. */
  public static value(name: string, value: string): AnalysisArgument {
    requireShape('string', value, 'AnalysisArgument.value()');
    return new AnalysisArgument(name, { value });
  }

  /** A key of a Secret, read when the analysis runs. Becomes `valueFrom.secretKeyRef`. Argo Rollouts only. */
  public static secret(name: string, secret: string, key: string): AnalysisArgument {
    requireShape('string', secret, 'AnalysisArgument.secret()');
    requireShape('string', key, 'AnalysisArgument.secret()');
    return new AnalysisArgument(name, { secret, key });
  }

  /** A field of the Rollout: `metadata.labels['app']`. Becomes `valueFrom.fieldRef`. Argo Rollouts only. */
  public static field(name: string, fieldPath: string): AnalysisArgument {
    requireShape('string', fieldPath, 'AnalysisArgument.field()');
    return new AnalysisArgument(name, { fieldPath });
  }

  /** @internal */
  public readonly _source: ArgumentSource;

  private constructor(
    /** How queries name it. */
    public readonly name: string,
    source: unknown,
  ) {
    this._source = source as ArgumentSource;
  }
}
